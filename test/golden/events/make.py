"""Writes v1/<kind>.json: one event of each kind in its first version, as RFC 8785 has it (sorted keys, no spaces).

Written by hand from the shapes in docs/formats/events.md; Titrial's own code has no part in it. Never run again for a
version that has been released: files of v1 stay as they are, a new version gets a folder of its own.
"""
import json
import pathlib

ID = {name: f"01970000-0000-7000-8000-{n:012x}" for n, name in enumerate(
    ["patient", "prescriber", "second", "medicine", "plan", "request", "entry", "flag", "trial"], start=1)}
CLOCK = {"instant": 1774811400000, "offsetMinutes": 120, "zone": "Europe/Berlin"}
PLAN = {
    "format": "titrial-plan", "version": 1, "name": "weekly, from the clinic's handout",
    "steps": [{"dose": "1.5 mg", "minimumDays": 7}, {"dose": "3 mg", "minimumDays": 7},
              {"dose": "4.5 mg", "minimumDays": 14}],
    "ceiling": "4.5 mg", "maximumStep": "1.5 mg", "baselineDays": 14, "endlineDays": 0,
    "timeOfDay": "evening", "blinded": False,
    "rules": {
        "hold": {"sideEffectGrade": 2, "sleepWorsePoints": 2, "sleepWorseNights": 3, "sleepWindowNights": 5},
        "stepDown": {"afterDays": 7},
        "stepUp": {"screeningWithinDays": 7, "dosesTakenPercent": 80},
        "lateDose": {"withinHours": 12, "rescreenAfterMissedDays": 3},
        "evaluation": {"minimumDays": 56},
        "stop": ["opioid-taken", "withdrawal-signs", "jaundice", "breathing-trouble-or-rash", "suicidal-thoughts",
                 "pregnancy"],
    },
}
SCREENING = {"on": "2026-03-28", "listVersion": "2026-11-01"}
PASSKEY = {
    "method": "passkey", "credential": "Y3JlZGVudGlhbA", "publicKey": "cHVibGljLWtleQ",
    "authenticatorData": "YXV0aGVudGljYXRvcg", "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
    "signature": "c2lnbmF0dXJl", "origin": "https://clinic.example", "relyingParty": "clinic.example",
    "hash": "0123456789abcdef" * 4,
}
QUESTIONS = [
    "adult", "opioid-not-on-the-list-now", "opioid-in-the-last-90-days", "failed-naloxone-challenge",
    "positive-opioid-urine-test", "hypersensitive-to-naltrexone", "hypersensitive-to-excipient",
    "acute-hepatitis-or-liver-failure", "cirrhosis-child-pugh-b-or-c", "pregnant-or-trying", "breastfeeding",
    "operation-planned-within-14-days", "ever-used-opioids-regularly", "depressed-or-suicidal",
    "hashimoto-thyroiditis", "organ-transplant", "immunosuppressant-or-biologic", "alcohol-use-disorder",
    "psychosis", "demyelinating-disease", "cancer", "fifty-milligram-tablets-at-home",
]
ANSWERS = {question: "no" for question in QUESTIONS} | {"adult": "yes", "hashimoto-thyroiditis": "unknown"}
DAY_KEPT = {
    "date": "2026-03-29", "scores": {"pain": 0, "fatigue": 10, "sleep": "skipped", "muscle-ache": "too-ill",
                                     "mood": "not-asked"},
    "note": "Clocks went forward.\n„Kaum geschlafen“ 👩‍👧", "how": ["back-filled"], "clock": CLOCK,
}
KITS = ["ACD349", "EFG679", "HJK347", "MNP469"]
PROTOCOL = {
    "design": {"kind": "paired-blocks", "doses": ["3 mg"], "periodDays": 28, "blocks": 2,
               "runIn": {"how": "discarded", "days": 14}, "maximumRise": "4.5 mg"},
    "primary": {"outcome": "pain", "dose": "3 mg"}, "others": ["fatigue", "sleep"],
    "rule": {"worthwhile": 1, "settledAt": 0.9},
    "analysis": {"revision": "1", "priors": "0123456789abcdef" * 4},
    "escapeRule": {"outcome": "pain", "atLeast": 9, "days": 3}, "spareCapsules": 3, "purpose": "Is it the drug?",
}

EVENTS = {
    "case-opened": {"patient": ID["patient"], "label": "case 7", "indications": ["M79.7", "G93.32"], "solo": False,
                    "washout": "label"},
    "tie-made": {"person": ID["prescriber"], "relation": "prescriber"},
    "tie-ended": {"person": ID["prescriber"], "relation": "prescriber"},
    "case-closed": {"reason": "moved away"},
    "case-reopened": {"reason": ""},
    "medicine-recorded": {"medicine": {
        "id": ID["medicine"], "text": "Tramadol ret. 100", "code": {"system": "atc", "code": "N02AX02"},
        "form": "extended-release", "use": {"kind": "stopped", "lastTaken": "2026-03-10"}, "chronic": True,
        "beyondLabel": False}},
    "medicine-use-changed": {"medicine": ID["medicine"], "use": {"kind": "current"}},
    "medicine-resolved": {"medicine": ID["medicine"], "decidedBy": ID["prescriber"],
                          "resolution": {"kind": "ingredient", "ingredient": "tramadol", "reason": "brand name"}},
    "screening-answered": {"answers": {"on": "2026-03-28", "answers": ANSWERS, "liverTimesUpperLimit": 1.2,
                                       "egfr": 88.5, "operationOn": "2026-06-01"}},
    "finding-overridden": {"key": "S12:hashimoto-thyroiditis", "reason": "TSH is watched", "on": "2026-03-28",
                           "decidedBy": ID["prescriber"]},
    "case-screened": {"on": "2026-03-28", "listVersion": "2026-11-01", "openHard": 0, "openSoft": 1,
                      "findings": [{"key": "S12:hashimoto-thyroiditis", "rule": "S12", "severity": "soft",
                                    "code": "thyroid-watched"}],
                      "reports": [ID["entry"]]},
    "plan-drafted": {"plan": ID["plan"], "content": PLAN},
    "plan-signed": {"plan": ID["plan"], "content": PLAN, "validFrom": "2026-03-29", "validTo": "2026-09-28",
                    "startAt": "baseline", "screening": SCREENING, "signature": PASSKEY,
                    "decidedBy": ID["prescriber"]},
    "plan-cosigned": {"plan": ID["plan"], "on": "2026-03-30",
                      "signature": {"method": "password", "hash": "fedcba9876543210" * 4},
                      "decidedBy": ID["second"]},
    "plan-transcribed": {"plan": ID["plan"], "content": PLAN, "validFrom": "2026-03-29", "validTo": "2026-09-28",
                         "startAt": 1, "prescribedBy": "Dr. A. Öberg, Lund", "screening": SCREENING,
                         "decidedBy": ID["patient"]},
    "plan-ended": {"plan": ID["plan"], "on": "2026-04-30", "reason": "no benefit seen", "decidedBy": ID["prescriber"]},
    "move-taken": {"plan": ID["plan"], "move": "step-up", "from": 0, "to": 1, "dose": "3 mg", "on": "2026-04-20",
                   "reasons": ["days-served", "screening-clear", "side-effects-below-rule", "sleep-not-worse",
                               "doses-taken"],
                   "decidedBy": ID["patient"]},
    "request-made": {"request": ID["request"], "wish": "step-down", "note": "dreams", "on": "2026-04-24"},
    "request-answered": {"request": ID["request"], "answer": "agreed", "note": "", "decidedBy": ID["prescriber"]},
    "day-kept": DAY_KEPT,
    "dose-recorded": {"date": "2026-03-29", "status": "less", "dose": "0.75 mg", "clock": CLOCK},
    "unplanned-dose-reported": {"date": "2026-03-29", "dose": "125 ug", "note": "old capsules", "clock": CLOCK},
    "side-effect-reported": {"name": "vivid dreams", "grade": 0, "date": "2026-03-29", "clock": CLOCK},
    "red-flag-reported": {"rule": "breathing-trouble-or-rash", "date": "2026-03-29", "note": "rash", "clock": CLOCK},
    "red-flag-cleared": {"rule": "breathing-trouble-or-rash", "flags": [ID["flag"]], "on": "2026-03-30",
                         "reason": "new washing powder", "decidedBy": ID["prescriber"]},
    "change-reported": {"what": "new-medicine", "text": "ibuprofen", "date": "2026-03-29",
                        "clock": {"instant": 1774811400000, "offsetMinutes": -210}},
    "entry-corrected": {"entry": ID["entry"], "reason": "wrong day",
                        "replacement": {"kind": "day-kept", "version": 1, **DAY_KEPT}, "clock": CLOCK},
    "laboratory-asked": {"test": "ALT", "on": "2026-03-29"},
    "laboratory-answered": {"test": "ALT", "on": "2026-04-02"},
    "trial-designed": {"trial": ID["trial"], "protocol": PROTOCOL},
    "trial-signed": {"trial": ID["trial"], "protocol": PROTOCOL, "protocolHash": "0123456789abcdef" * 4,
                     "plan": ID["plan"], "screening": SCREENING,
                     "signature": {"method": "password", "hash": "fedcba9876543210" * 4},
                     "decidedBy": ID["prescriber"]},
    "trial-dropped": {"trial": ID["trial"], "reason": "moves away", "on": "2026-03-29", "decidedBy": ID["prescriber"]},
    "consent-given": {"trial": ID["trial"], "protocolHash": "0123456789abcdef" * 4, "text": "en-1",
                      "on": "2026-03-29"},
    "consent-withdrawn": {"trial": ID["trial"], "reason": "", "on": "2026-04-29"},
    "allocation-sealed": {"trial": ID["trial"], "commitment": "0123456789abcdef" * 4, "sealed": "AQIDBA",
                          "key": "pharmacy-1", "kits": KITS},
    "kits-dispensed": {"trial": ID["trial"], "kits": KITS[:2], "capsulesEach": 31, "filler": "Avicel",
                       "usableUntil": "2026-09-29", "lots": "BQYHCA", "on": "2026-03-30",
                       "decidedBy": ID["second"]},
    "trial-started": {"trial": ID["trial"], "on": "2026-04-01", "screening": SCREENING,
                      "decidedBy": ID["prescriber"]},
    "trial-stopped": {"trial": ID["trial"], "on": "2026-05-01", "why": "escape-rule", "note": "three bad days",
                      "decidedBy": ID["patient"]},
    "trial-deviated": {"trial": ID["trial"], "what": "kit-lost", "note": "left on a train", "on": "2026-04-05",
                       "decidedBy": ID["second"]},
    "code-broken": {"trial": ID["trial"], "period": 1, "reason": "operation tonight", "on": "2026-05-01",
                    "decidedBy": ID["prescriber"]},
    "allocation-opened": {"trial": ID["trial"], "sequence": ["0 mg", "3 mg", "3 mg", "0 mg"],
                          "nonce": "fedcba9876543210" * 4, "kits": KITS, "on": "2026-08-01",
                          "decidedBy": ID["prescriber"]},
    "kit-dose-recorded": {"trial": ID["trial"], "kit": KITS[0], "date": "2026-04-01", "status": "taken",
                          "clock": CLOCK},
    "guess-given": {"trial": ID["trial"], "period": 0, "guess": "drug", "confidence": 3, "reason": "side-effects",
                    "note": "dreams", "date": "2026-04-28", "clock": CLOCK},
    "supply-dispensed": {"content": {"form": "liquid", "concentration": "1 mg/mL", "graduation": "0.1 mL",
                                     "volume": "100 mL"}, "lot": "B-2217", "filler": "microcrystalline cellulose",
                         "storage": "refrigerator", "beyondUse": "2026-09-25", "on": "2026-03-29",
                         "decidedBy": ID["second"]},
    "supply-withdrawn": {"dispensed": ID["entry"], "why": "lost", "on": "2026-03-29", "decidedBy": ID["second"]},
    "interruption-planned": {"plan": ID["plan"], "from": "2026-05-02", "until": "2026-05-09", "why": "supply-gap",
                             "decidedBy": ID["prescriber"]},
    "interruption-ended": {"interruption": ID["entry"], "on": "2026-05-08", "decidedBy": ID["prescriber"]},
    "case-exported": {"hash": "0123456789abcdef" * 4},
    "case-erased": {"reason": "asked for by the patient"},
}

folder = pathlib.Path(__file__).parent / "v1"
for kind, fields in EVENTS.items():
    event = {"kind": kind, "version": 1, **fields}
    text = json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / f"{kind}.json").write_text(text + "\n", encoding="utf-8")
