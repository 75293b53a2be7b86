/* Reference outputs for src/base/rng.ts. Build and run: cc -O2 -o reference reference.c -lm && ./reference > reference.json
 *
 * next() and rotl() are the authors' own text: xoshiro128plusplus.c 1.0, written in 2019 by David Blackman and Sebastiano
 * Vigna (vigna@acm.org), dedicated to the public domain (CC0), https://prng.di.unimi.it/xoshiro128plusplus.c
 * splitmix32() is the mixer with the constants 0x21f0aaad, 0x735a2d97 and shifts 16, 15, 15 over a Weyl sequence. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

static inline uint32_t rotl(const uint32_t x, int k) {
	return (x << k) | (x >> (32 - k));
}

static uint32_t s[4];

uint32_t next(void) {
	const uint32_t result = rotl(s[0] + s[3], 7) + s[0];

	const uint32_t t = s[1] << 9;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];

	s[2] ^= t;

	s[3] = rotl(s[3], 11);

	return result;
}

static uint32_t weyl;

static uint32_t splitmix32(void) {
	uint32_t t = (weyl += 0x9e3779b9u);
	t = (t ^ (t >> 16)) * 0x21f0aaadu;
	t = (t ^ (t >> 15)) * 0x735a2d97u;
	return t ^ (t >> 15);
}

static void outputs(int n) {
	for (int i = 0; i < n; i++) printf("%s%" PRIu32, i ? ", " : "", next());
}

int main(void) {
	static const uint32_t states[3][4] = {{1, 2, 3, 4}, {0xdeadbeef, 0, 0, 1}, {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}};
	static const uint32_t seeds[6] = {0, 1, 42, 20240501, 0x80000000, 0xffffffff};
	printf("{\n  \"states\": [\n");
	for (int k = 0; k < 3; k++) {
		for (int i = 0; i < 4; i++) s[i] = states[k][i];
		printf("    { \"state\": [%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "], \"outputs\": [", s[0], s[1], s[2], s[3]);
		outputs(24);
		/* The thousandth output shows that nothing drifts. */
		for (int i = 24; i < 999; i++) next();
		printf("], \"thousandth\": %" PRIu32 " }%s\n", next(), k < 2 ? "," : "");
	}
	printf("  ],\n  \"seeds\": [\n");
	for (int k = 0; k < 6; k++) {
		weyl = seeds[k];
		for (int i = 0; i < 4; i++) s[i] = splitmix32();
		printf("    { \"seed\": %" PRIu32 ", \"filled\": [%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "], \"outputs\": [", seeds[k], s[0], s[1], s[2], s[3]);
		outputs(12);
		printf("] }%s\n", k < 5 ? "," : "");
	}
	printf("  ]\n}\n");
	return 0;
}
