# The second half of ./adit test (sourced by it): all tests, one real generation, and one line that counts them.

# A bare machine may lack what the build itself needs; as root on Debian or Ubuntu that is put right.
if ! command -v mvn >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	say "Installing Maven by apt-get"
	{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends maven; } >&2 || fail "apt-get could not install maven"
fi
"$java" --list-modules | grep -q '^jdk.compiler@' ||
	fail "the tests need a whole JDK; $(command -v "$java") has no compiler. Install one, for example: apt install openjdk-17-jdk-headless"

# The tests inside the workbench need a screen.
screen=
if [ -z "${DISPLAY:-}" ] && [ "$(uname)" = Linux ]; then
	if ! command -v Xvfb >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		say "Installing Xvfb and GTK by apt-get"
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends xvfb libgtk-3-0 imagemagick fonts-dejavu-core; } >&2 || true
	fi
	if command -v Xvfb >/dev/null 2>&1; then
		mkdir -p "$state"
		rm -f "$state/display" # of an earlier run: it would be read before the new one is there
		Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp >"$state/display" 2>/dev/null &
		screen=$!
		tries=0
		until [ -s "$state/display" ] || [ $tries -ge 20 ] || ! kill -0 $screen 2>/dev/null; do sleep 0.5; tries=$((tries + 1)); done
		[ ! -s "$state/display" ] || export DISPLAY=":$(cat "$state/display")"
	fi
fi

lock
[ -z "$screen" ] || trap 'rm -f "$state/lock"; kill $screen 2>/dev/null' EXIT
find_maven

# Training is tested on libtorch, 110 MB, fetched once to where ./adit finetune keeps it; without it such tests are skipped.
natives=
if [ "$(uname -sm)" = "Linux x86_64" ]; then
	natives=$(sed -n 's|^linux-x86_64	cpu	org/bytedeco/\([^/]*\)/\([^/]*\)/.*|\1:\2|p' \
		"$root/bundles/net.bioclipse.adit.finetuning/src/net/bioclipse/adit/finetuning/libtorch.tsv")
fi
libtorch=${XDG_CACHE_HOME:-$HOME/.cache}/bioclipse-adit/libtorch/${natives##*:}
for native in $natives; do
	[ ! -f "$libtorch/${native%:*}-${native#*:}-linux-x86_64.jar" ] || continue
	say "Fetching ${native%:*} for the tests of training"
	(cd / && "$mvn" -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
		"-Dartifact=org.bytedeco:$native:jar:linux-x86_64" "-DoutputDirectory=$libtorch") >"$log" 2>&1 ||
		say "${native%:*} could not be fetched; the tests that need libtorch are skipped"
done

# Reports and classes of earlier runs must not count: a test that was removed would still run.
rm -rf "$root"/bundles/*/target/*classes "$root"/tests/*/target/*classes "$root"/*/*/target/surefire-reports
say "Testing everything; full output in $log"
broken=0
# Every module runs even if a test fails in an earlier one; the reports tell what failed.
build verify --fail-at-end -Dmaven.test.failure.ignore=true "-Dadit.libtorch.path=$libtorch" "$@" || broken=1
unlock
[ -z "$screen" ] || kill $screen 2>/dev/null || true

reports=$state/reports
find "$root/bundles" "$root/tests" -path '*/target/surefire-reports/TEST-*.xml' -exec cat {} + >"$reports"
count() { sed -n 's/^<testsuite .*[ ]'"$1"'="\([0-9]*\)".*/\1/p' "$reports" | awk '{ n += $1 } END { print n + 0 }'; }
skipped=$(count skipped)
failed=$(($(count failures) + $(count errors)))
passed=$(($(count tests) - failed - skipped))

awk '
	/<testcase / { test = $0; sub(/.* name="/, "", test); sub(/".*/, "", test); class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
	/<(failure|error)[ >]/ { print "FAILED  " class "." test why($0) }
	/<skipped/ { print "skipped " class "." test why($0) }
	function why(line) {
		if (line ~ / message="/) { sub(/.* message="/, "", line); sub(/".*/, "", line) }
		else if (sub(/.*CDATA\[/, "", line) == 0) return ""
		gsub(/&#10;/, " ", line); gsub(/&quot;/, "\"", line); gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&amp;/, "\\&", line)
		return ": " line
	}
' "$reports"

if [ -z "${DISPLAY:-}" ] && [ "$(uname)" = Linux ]; then
	skipped=$((skipped + 1))
	echo "skipped the tests inside the workbench: no DISPLAY is set and there is no Xvfb; as root: apt install xvfb libgtk-3-0"
fi

# What the user does first, for real.
model=adit-qm9-mp20
run=$(mktemp -d)
if [ ! -f "$root/models/$model/model.json" ]; then
	skipped=$((skipped + 1))
	echo "skipped one real generation: models/$model is not there"
elif [ $broken -eq 0 ] && "$root/adit" generate --kind molecule --count 2 --seed 1 --output "$run/m.sdf" >"$run/output" 2>&1 &&
	[ "$(grep -c '^\$\$\$\$' "$run/m.sdf")" = 2 ] && [ -s "$run/m.sdf.run.json" ]; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "FAILED  one real generation: ./adit generate --kind molecule --count 2 --seed 1 --output m.sdf should write two molecules and m.sdf.run.json"
	[ ! -f "$run/output" ] || cat "$run/output"
fi
rm -rf "$run"

if [ $broken -ne 0 ]; then
	failed=$((failed + 1))
	echo "FAILED  the build, so that tests are missing; the full output is in $log"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
