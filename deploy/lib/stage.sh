#!/usr/bin/env bash
# Put what a release build made into one folder that runs without a Swift toolchain:
#
#   stage.sh BUILD_FOLDER TARGET_FOLDER
#
# bin/ holds the executables and their data, lib/ the Swift libraries that they need.
set -euo pipefail
build=$1
target=$2
mkdir -p "$target/bin" "$target/lib"
for name in ingestion entity-registry risk-scorer reporter event-relay mooring; do
  [ -x "$build/$name" ] || continue
  strip -o "$target/bin/$name" "$build/$name"
done
cp -r "$build"/mooring_*.resources "$target/bin/"
find "$target/bin" -maxdepth 1 -type f -exec ldd {} + | awk '/\/swift\/linux\// {print $3}' | sort -u |
  while read -r library; do
    strip --strip-unneeded -o "$target/lib/$(basename "$library")" "$library"
  done
du -sh "$target"
