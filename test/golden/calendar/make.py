"""Dates by Python's datetime (proleptic Gregorian calendar). Run: python3 make.py > calendar.json"""
import datetime as d
import json
import random

EPOCH = d.date(1970, 1, 1).toordinal()
days = set()
for year in (1, 4, 100, 400, 1582, 1600, 1899, 1900, 1904, 1969, 1970, 1999, 2000, 2001, 2023, 2024, 2100, 2400, 9999):
    for month, day in ((1, 1), (2, 28), (2, 29), (3, 1), (6, 30), (12, 31)):
        try:
            days.add(d.date(year, month, day))
        except ValueError:
            pass
random.seed(1)
while len(days) < 400:
    days.add(d.date.fromordinal(random.randint(d.date(1850, 1, 1).toordinal(), d.date(2250, 1, 1).toordinal())))
not_days = []
for year in (1900, 2000, 2023, 2024, 2100):
    for month in range(0, 15):
        for day in (0, 28, 29, 30, 31, 32):
            try:
                d.date(year, month, day)
            except ValueError:
                not_days.append([year, month, day])
print(json.dumps({"days": [[x.isoformat(), x.toordinal() - EPOCH, x.weekday()] for x in sorted(days)], "notDays": not_days}))
