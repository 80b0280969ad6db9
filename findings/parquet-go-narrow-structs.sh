#!/usr/bin/env bash
# parquet-go reads a column into a Go field of a narrower type without an error: 3000000000 is -1294967296.
#
# Versions   github.com/parquet-go/parquet-go v0.32.0 reads, duckdb 2.0.1 (PyPI) writes; Go 1.24 or newer, Python 3.10 or newer
# Expected   parquet.ReadFile[T] compares the schema of the file with the struct, and refuses what could not hold the values; it does
#            refuse the text "seven" for an int64. A decimal comes as the number it is, or not at all.
# Seen       BIGINT 3000000000 in an int32 is -1294967296. UBIGINT 2^64-1 in an int64 is -1. DOUBLE 1.5 in an int64 is 1.
#            DECIMAL(10,2) 1.15 in a float64 is 115. Each with a nil error.
# Matters    the struct was right when it was written; then the warehouse widened a column, as tools that infer types do by themselves.
#            Ids wrap into other ids, amounts are a hundred times too large, and nothing says so.
# Here       our tables' columns become wider, never narrower. Who reads our Parquet files in Go wants int64 for `integer`, and a
#            string for `decimal` (text when it is declared without `precision`).
set -euo pipefail
command -v go >/dev/null || { echo 'This needs Go 1.24 or newer.' >&2; exit 2; }
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { echo 'This needs Python 3.10 or newer with venv.' >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOPATH="$work/go" GOFLAGS=-modcacherw
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install duckdb==2.0.1
python/bin/python - <<'PY'
import duckdb
duckdb.sql("""copy (select 3000000000::bigint as big, 18446744073709551615::ubigint as unsigned, 1.5::double as half,
                    1.15::decimal(10,2) as price, 'seven' as word) to 'wide.parquet'""")
PY

cat > go.mod <<'MOD'
module findings

go 1.24
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/parquet-go/parquet-go"
)

type narrow struct {
	Big      int32   `parquet:"big"`
	Unsigned int64   `parquet:"unsigned"`
	Half     int64   `parquet:"half"`
	Price    float64 `parquet:"price"`
}

type refused struct {
	Word int64 `parquet:"word"`
}

func main() {
	rows, err := parquet.ReadFile[narrow]("wide.parquet")
	fmt.Printf("in the file: 3000000000, 18446744073709551615, 1.5, 1.15\nin Go:       %+v, error %v\n", rows, err)
	_, wordErr := parquet.ReadFile[refused]("wide.parquet")
	fmt.Println("a word in an int64:", wordErr)
	if err != nil || wordErr == nil || len(rows) != 1 || rows[0] != (narrow{-1294967296, -1, 1, 115}) {
		fmt.Println("changed")
		os.Exit(1)
	}
}
GO
go get github.com/parquet-go/parquet-go@v0.32.0 2> log || { cat log >&2; exit 1; }
go run .
