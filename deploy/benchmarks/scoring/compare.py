"""Runs the formula on DuckDB and in pandas over a folder's tables and compares with the engine.

    compare.py FOLDER REPEATS ENGINE_SECONDS...

Prints the largest difference of each figure, and the times as medians and as a ratio. Exits with 1
where a figure of either differs from the engine's by more than 1e-9.
"""
import pathlib
import statistics
import sys
import time

import duckdb
import pandas

import formula

HERE = pathlib.Path(__file__).parent
TABLES = ["party", "holding", "law", "statement", "deployment"]
FIGURES = ["d", "d_hi", "d_coverage", "l", "l_coverage"]
TOLERANCE = 1e-9


def load(folder: pathlib.Path) -> duckdb.DuckDBPyConnection:
    db = duckdb.connect()
    for name in TABLES:
        db.execute(f"create table {name} as from read_csv('{folder / name}.csv', header = true)")
    return db


def score(db: duckdb.DuckDBPyConnection) -> float:
    """Runs the formula once; the seconds it took."""
    text = (HERE / "formula.sql").read_text()
    before, rest = text.split("-- LOOP until nothing changes\n")
    step, after = rest.split("-- END LOOP\n")
    for (name,) in db.execute("select table_name from duckdb_tables() where temporary").fetchall():
        db.execute(f"drop table {name}")
    started = time.perf_counter()
    db.execute(before)
    total = None
    while True:
        db.execute(step)
        now = db.execute("select sum(label) from next_label").fetchone()[0]
        db.execute("create or replace temp table label as from next_label")
        if now == total:
            break
        total = now
    db.execute(after)
    return time.perf_counter() - started


def score_in_pandas(folder: pathlib.Path) -> tuple[float, pandas.DataFrame]:
    tables = {name: pandas.read_csv(folder / f"{name}.csv") for name in TABLES}
    started = time.perf_counter()
    result = formula.scores(tables)
    return time.perf_counter() - started, result


def agrees(name: str, found: pandas.DataFrame, engine: pandas.DataFrame) -> bool:
    both = engine.merge(found, on="subject", how="outer", suffixes=("", "_found"), indicator=True)
    missing = int((both["_merge"] != "both").sum())
    worst = {f: (both[f] - both[f"{f}_found"]).abs().max() for f in FIGURES}
    print(f"{name}: {len(both)} governments, {missing} not in both; differences of at most "
          + ", ".join(f"{figure} {difference:.1e}" for figure, difference in worst.items()))
    return missing == 0 and all(difference <= TOLERANCE for difference in worst.values())


def main() -> int:
    folder, repeats = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    engine = pandas.read_csv(folder / "engine.csv")
    engine_seconds = statistics.median(float(s) for s in sys.argv[3:])
    db = load(folder)
    in_sql = statistics.median(score(db) for _ in range(repeats))
    in_pandas, table = score_in_pandas(folder)
    is_right = agrees("DuckDB", db.execute("from result").df(), engine)
    is_right = agrees("pandas", table, engine) and is_right
    print(f"engine {engine_seconds:.3f} s; DuckDB {in_sql:.3f} s; pandas {in_pandas:.3f} s;"
          f" engine ÷ DuckDB {engine_seconds / in_sql:.2f},"
          f" engine ÷ pandas {engine_seconds / in_pandas:.2f}")
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
