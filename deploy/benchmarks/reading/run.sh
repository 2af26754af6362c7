# Sourced by deploy/bench: measures reading and its peers, each in a process of its own.

# What every measure is told: those of one kind from one run of one machine.
reading() {
  local names=${1:-1000000} characters=${2:-10000000}
  local folder peer language missing=()
  say "building"
  swift build -c release --product reading-benchmark >&2 || die "the build failed"
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$folder'" EXIT
  local own=.build/release/reading-benchmark results=$folder/results.tsv python=$folder/venv/bin/python3
  say "installing the peers in $folder"
  python3 -m venv "$folder/venv"
  # One by one, so that one that cannot be had takes no other with it.
  for peer in pyahocorasick daachorse flashtext spacy rapidfuzz nomenklatura; do
    "$folder/venv/bin/pip" install -q "$peer" >/dev/null 2>&1 || say "$peer cannot be installed"
  done
  say "making $names names and $characters characters of each language"
  $own generate "$folder" "$names" "$characters" deploy/samples/*.md deploy/samples/*.txt
  for language in en zh; do
    say "measuring in $language"
    $own pack "$folder" $language >>"$results"
    $own match "$folder" $language >>"$results"
    $own resolve "$folder" $language "$names" >>"$results"
    for peer in pyahocorasick daachorse flashtext spacy rapidfuzz nomenklatura; do
      timeout 1200 "$python" deploy/benchmarks/reading/peers.py $peer "$folder" $language \
        >>"$results" || missing+=("$peer, $language")
    done
  done
  $own extract "$folder" deploy/samples/*.md deploy/samples/*.txt >>"$results"
  echo "$names names, $characters characters a text; M is a million, and × how much better Mooring is"
  python3 deploy/benchmarks/reading/table.py "$results" "${missing[@]}"
}
