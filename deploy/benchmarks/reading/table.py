"""Prints measures as a table, each peer's with its ratio to Mooring's: table.py FILE [MISSING...]."""

import sys

FASTER_IS_MORE = {"M characters/s", "sentences/s"}


def number(value):
    if value >= 1000:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.3g}"


def ratio(own, other, unit):
    if own is None or not own or not other or not unit:
        return ""
    share = own / other if unit in FASTER_IS_MORE else other / own
    return f"{number(share)} ×"


def main():
    rows, own = [], {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            tool, measure, language, value, unit = line.rstrip("\n").split("\t")
            rows.append((measure, language, tool, float(value), unit))
            if tool == "mooring":
                own[measure, language] = float(value)
    order = list(dict.fromkeys(row[0] for row in rows))
    rows.sort(key=lambda row: (order.index(row[0]), row[1], row[2] != "mooring"))
    table = [("measure", "text", "tool", "value", "", "Mooring is better by")]
    for measure, language, tool, value, unit in rows:
        better = "" if tool == "mooring" else ratio(own.get((measure, language)), value, unit)
        table.append((measure, language, tool, number(value), unit, better))
    widths = [max(len(row[column]) for row in table) for column in range(6)]
    for row in table:
        cells = [
            cell.rjust(width) if column in (3, 5) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        ]
        print("  ".join(cells).rstrip())
    for missing in sys.argv[2:]:
        print(f"{missing}: not installed, or it failed")


main()
