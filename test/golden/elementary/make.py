"""exp, log, sine and cosine to 400 bits by mpmath, then rounded once. Run: python3 make.py > elementary.json"""
import json
import math
import random
import struct
from fractions import Fraction

import mpmath

mpmath.mp.prec = 400
random.seed(20260101)


def rounded(value):
    """The double nearest to an mpf, subnormals included: Python divides whole numbers with one rounding."""
    sign, mantissa, exponent, _ = value._mpf_
    exact = Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
    return float(-exact if sign else exact)


def around(x, steps=3):
    """The double and its neighbours on both sides."""
    low = high = x
    near = [x]
    for _ in range(steps):
        low, high = math.nextafter(low, -math.inf), math.nextafter(high, math.inf)
        near += [low, high]
    return near


def positive_double():
    """Any positive double, every exponent as likely."""
    return struct.unpack("<d", struct.pack("<Q", random.randrange(1, 0x7FF0000000000000)))[0]


def small():
    return random.choice((-1, 1)) * 10 ** random.uniform(-18, 0)


exps = [random.uniform(-745, 709.7) for _ in range(800)]
exps += [random.uniform(-40, 0) for _ in range(500)]  # densities and weights
exps += [random.uniform(-745.13, -708.39) for _ in range(250)]  # subnormal answers
exps += [small() for _ in range(400)]
exps += [x for k in range(-40, 41, 2) for x in around((k + 0.5) * math.log(2), 1)]  # where the reduction turns over
exps += around(709.782712893384)[:2] + around(-745.1332191019411)[::2] + [0.0, 1.0, -1.0, 5e-324, 2.0**-54]

logs = [positive_double() for _ in range(700)]
logs += [random.uniform(0, 1) for _ in range(400)]
logs += [math.ldexp(random.randrange(1, 2**52), -1074) for _ in range(250)]  # subnormals
logs += [1 + small() / 2 for _ in range(500)]
logs += [x for k in range(-30, 31, 3) for x in around(math.sqrt(2) * 2.0**k) + around(2.0**k, 1)]
logs += around(1.0) + [5e-324, 2.0**-1022, math.nextafter(math.inf, 0), math.nextafter(2.0**-1022, 0)]

turns = [(random.randrange(2**52) + 0.5) / 2**52 for _ in range(1400)]  # the numbers `uniform` gives
turns += [abs(k / 8 + small()) % 1 for k in range(9) for _ in range(70)]
turns += [x for k in range(1, 8) for x in around(k / 8)] + [0.0, 1.0]

powers = [(random.uniform(0, 1), random.randrange(0, 400)) for _ in range(200)]
powers += [(random.uniform(1, 3), random.randrange(-9, 9)) for _ in range(100)]

m = mpmath.mpf
answers = {
    "exp": [[x, rounded(mpmath.exp(m(x)))] for x in exps if x <= 709.782712893384],
    "log": [[x, rounded(mpmath.log(m(x)))] for x in logs],
    "turns": [[u, rounded(mpmath.sinpi(2 * m(u))), rounded(mpmath.cospi(2 * m(u)))] for u in turns],
    "powers": [[x, n, rounded(m(x) ** n)] for x, n in powers],
}
print("{")
for i, (name, rows) in enumerate(answers.items()):
    print(f'"{name}": [')
    print(",\n".join(json.dumps(row) for row in rows))
    print("]" + ("," if i < len(answers) - 1 else ""))
print("}")
