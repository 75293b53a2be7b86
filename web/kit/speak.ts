/**
 * How does a page come to its words, and to others when another language is chosen? Words are fetched, then all is drawn
 * in them; what was typed stays. Words that come late, after yet another choice, are dropped.
 */
import { effect } from '@preact/signals';
import { type Language, language } from './language.ts';

/** Draws now and again whenever a language is chosen. */
export function speak<W>(load: (language: Language) => Promise<W>, draw: (words: W) => void): void {
  effect(() => {
    const wanted = language.value;
    void load(wanted).then((words) => {
      if (language.peek() === wanted) draw(words);
    });
  });
}
