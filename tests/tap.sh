# shellcheck shell=bash
# For tests in shell, which begin with
#     . "$(dirname "$0")/tap.sh"
# and end with `finish`. They run in $work, an empty folder; $BAONOI is the
# program, $root the project.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
: "${BAONOI:=$root/build/baonoi}"
[ -x "$BAONOI" ] || { echo "Bail out! $BAONOI: no such program"; exit 1; }
work=$(mktemp -d)
trap 'cd / && rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir home
export HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config"
export XDG_CACHE_HOME="$work/home/.cache"
unset BAONOI_VOICES
number=0

# ok STATUS NAME: one test; what explains a failure follows in note.
ok() {
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
    else
        echo "not ok $number - $2"
    fi
    return "$1"
}

note() {
    printf '%s\n' "$@" | sed 's/^/# /'
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

# is NAME GOT WANT
is() {
    [ "$2" = "$3" ]
    ok $? "$1" || note "got:  $2" "want: $3"
}

# holds NAME TEXT PART
holds() {
    case $2 in
    *"$3"*) ok 0 "$1" ;;
    *) ok 1 "$1" || note "got:  $2" "want: $3" ;;
    esac
}

# ends STATUS NAME COMMAND...: the exit status of a command, whose words are
# then in the files out and err.
ends() {
    want=$1 name=$2
    shift 2
    "$@" > out 2> err < /dev/null
    got=$?
    [ "$got" -eq "$want" ]
    ok $? "$name: status $want" || note "got: $got" "$(cat err)"
}

# measured NAME CHECK BASE [ARGUMENT...]: a check of measure.py, or of $measure,
# finds nothing wrong.
measured() {
    name=$1
    shift
    python3 "$root/tests/${measure-measure.py}" "$@" > said 2>&1
    ok $? "$name" || sed 's/^#* */# /' said
}

# measured_by TOOL NAME CHECK BASE [ARGUMENT...]: the same, if the tool is there.
measured_by() {
    tool=$1
    shift
    if command -v python3 > /dev/null && command -v "$tool" > /dev/null; then
        measured "$@"
    else
        skip "$1" "python3 or $tool is missing"
    fi
}

# judged PACKAGE NAME SCRIPT [ARGUMENT...]: tests/npm/SCRIPT, which may import the
# packages that scripts/install-consumers brings, ends without a word of what is
# wrong. Paths among the arguments are whole ones.
judged() {
    package=$1 name=$2 script=$root/tests/npm/$3
    shift 3
    if [ -d "$root/build/npm/node_modules/$package" ]; then
        (cd "$root/build/npm" && node --input-type=module - "$@" < "$script") \
            > said 2>&1
        ok $? "$name" || note "$(cat said)"
    else
        skip "$name" "no $package: scripts/install-consumers brings it"
    fi
}

finish() {
    echo "1..$number"
}
