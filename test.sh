#!/usr/bin/env bash
# Builds the solution and runs every test project, one after the other.
#
#   ./test.sh            all tests but the slow ones
#   ./test.sh --slow     all tests, and those of the Ledger and of foreign sources a second time on
#                        PostgreSQL
#
# Needs the .NET 10 SDK. What else the tests need, a browser and a Chinese font, is installed where
# apt-get and the right to use it are there; so is PostgreSQL for --slow, which runs in a folder of
# its own on 127.0.0.1 and is stopped at the end. ANALYTICS_DATA names the folder of the real data
# (default: ../shared/data); where it is absent, the tests that need it are skipped.
# The last line is "N passed, N failed, N skipped". Exit 1 when a test failed or none ran.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null

slow=0
filter=(--filter 'Category!=Slow')
for option in "$@"; do
    case $option in
        --slow) slow=1 filter=() ;;
        -h | --help)
            sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' test.sh
            exit 0
            ;;
        *)
            echo "test.sh: unknown option $option: use --slow or nothing" >&2
            exit 2
            ;;
    esac
done

data=${ANALYTICS_DATA:-../shared/data}
[[ $data == /* ]] || data=$(realpath -m -- "$data")
export ANALYTICS_DATA=$data
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# No build process outlives this script and holds its output open.
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

# Tests make hundreds of small books, each commit synced: where memory holds files, they lie there.
memory=''
if [[ -z ${TMPDIR:-} && -w /dev/shm ]] && (($(df --output=avail -k /dev/shm | tail -n 1) > 4000000)); then
    memory=$(mktemp -d /dev/shm/analytics-tests-XXXXXX)
    export TMPDIR=$memory
fi

results=$(mktemp -d)
cluster=''
postgres_bin=''
unset ANALYTICS_TEST_POSTGRES

# Runs a program of PostgreSQL, which refuses to be root.
as_postgres() {
    if [[ $(id -u) == 0 ]]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

clean_up() {
    if [[ -n $cluster ]]; then
        (cd / && as_postgres "$postgres_bin/pg_ctl" -D "$cluster/data" -m immediate stop) >/dev/null 2>&1 || true
        rm -rf -- "$cluster"
    fi
    rm -rf -- "$results"
    [[ -z $memory ]] || rm -rf -- "$memory"
}
trap clean_up EXIT

if ! command -v dotnet >/dev/null; then
    echo "test.sh: no dotnet: install the .NET 10 SDK, see https://dotnet.microsoft.com/download" >&2
    exit 2
fi

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

# A machine without fontconfig has no font of any kind.
has_chinese_font() { command -v fc-list && [[ -n $(fc-list :lang=zh-cn family) ]]; }

# The newest PostgreSQL there is, by the folder of its programs.
has_postgres() {
    postgres_bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
    [[ -n $postgres_bin && -x $postgres_bin/initdb ]]
}

missing=()
((slow == 0)) || has_postgres || missing+=(postgresql)
has_browser >/dev/null || missing+=(chromium)
has_chinese_font >/dev/null || missing+=(fontconfig fonts-wqy-microhei)
if ((${#missing[@]})); then
    root=()
    if [[ $(id -u) != 0 ]]; then
        root=(sudo -n env)
    fi
    if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
        echo "installing ${missing[*]}"
        "${root[@]}" apt-get update -qq >"$results/apt.log" 2>&1 || true
        if ! "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            --no-install-recommends "${missing[@]}" >>"$results/apt.log" 2>&1; then
            tail -n 5 "$results/apt.log" >&2
            echo "test.sh: could not install ${missing[*]}: the tests that need them will say so" >&2
        fi
    else
        echo "test.sh: please install ${missing[*]}: the tests that need them will say so" >&2
    fi
fi

built=$SECONDS
dotnet restore Analytics.sln -v q
dotnet build Analytics.sln -c Release --no-restore -v q -nologo
echo "built in $((SECONDS - built)) s"

# Adds up the counters of a trx file and prints: passed failed skipped.
count() {
    grep -o '<Counters [^>]*>' "$1" | head -n 1 | awk '{
        for (i = 2; i <= NF; i++) if (split($i, pair, "=\"") == 2) n[pair[1]] = pair[2] + 0
        failed = n["failed"] + n["error"] + n["timeout"] + n["aborted"]
        print n["passed"], failed, n["total"] - n["passed"] - failed
    }'
}

# Starts a PostgreSQL for this run alone, and names it to the tests. Nothing of it is kept, so nothing
# of it is synced to disk.
start_postgres() {
    has_postgres || return 1
    if [[ $(id -u) == 0 ]] && ! id postgres >/dev/null 2>&1; then
        return 1
    fi
    cluster=$(mktemp -d)
    if [[ $(id -u) == 0 ]]; then
        # The folder around it is root's alone.
        [[ -z $memory ]] || chmod 711 "$memory"
        chown postgres "$cluster"
    fi
    local port
    for port in {54330..54349}; do
        (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    (
        cd "$cluster"
        as_postgres "$postgres_bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C
        as_postgres "$postgres_bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w \
            -o "-h 127.0.0.1 -p $port -k $cluster -c fsync=off -c full_page_writes=off" start
    ) >"$results/postgres.log" 2>&1 </dev/null || return 1
    postgres="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

rows=()
total_passed=0 total_failed=0 total_skipped=0 broken=0

# Runs a test project and adds a row to the table: project file, its name in the table.
run_tests() {
    local project=$1 name=$2 started=$SECONDS code=0 passed=0 failed=0 skipped=0 note=''
    echo
    echo "== $name"
    dotnet test "$project" -c Release --no-build --nologo "${filter[@]}" \
        --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
        --logger 'console;verbosity=minimal' || code=$?
    if [[ -f $results/$name.trx ]]; then
        read -r passed failed skipped < <(count "$results/$name.trx")
    fi
    # A run that ended badly without a failed test (a crash, a project that does not load) is red too.
    if ((code != 0 && failed == 0)); then
        broken=1 note='did not finish'
    fi
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    total_skipped=$((total_skipped + skipped))
    rows+=("$(printf '%-20s %7d %7d %8d %8d  %s' \
        "$name" "$passed" "$failed" "$skipped" "$((SECONDS - started))" "$note")")
}

for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    [[ $name == Fixtures || $name == Poster || $name == Snapper || $name == Benchmarks ]] && continue
    run_tests "$project" "$name"
done

if ((slow)); then
    if start_postgres; then
        export ANALYTICS_TEST_POSTGRES=$postgres
        run_tests tests/Ledger.Tests/Ledger.Tests.csproj Ledger.on.Postgres
        filter=(--filter 'FullyQualifiedName~Ingest.Tests.Foreign')
        run_tests tests/Ingest.Tests/Ingest.Tests.csproj Sources.on.Postgres
    else
        tail -n 5 "$results/postgres.log" >&2 2>/dev/null || true
        echo "test.sh: no PostgreSQL here: the Ledger's tests on it count as skipped" >&2
        ledger=0
        if [[ -f $results/Ledger.Tests.trx ]]; then
            read -r passed failed skipped < <(count "$results/Ledger.Tests.trx")
            ledger=$((passed + failed + skipped))
        fi
        total_skipped=$((total_skipped + ledger))
        rows+=("$(printf '%-20s %7d %7d %8d %8d  %s' Ledger.on.Postgres 0 0 "$ledger" 0 'no PostgreSQL')")
    fi
fi

echo
printf '%-20s %7s %7s %8s %8s\n' project passed failed skipped seconds
((${#rows[@]} == 0)) || printf '%s\n' "${rows[@]}"
echo "whole run: $SECONDS s"
echo
echo "$total_passed passed, $total_failed failed, $total_skipped skipped"
((broken == 0 && total_failed == 0 && total_passed > 0))
