#!/bin/sh
# Starts the workbench, also by a double click. Options go to Eclipse: -data FOLDER chooses the workspace. ADIT_JAVA_OPTIONS go to Java.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
major=${version%%[!0-9]*}
if [ "${major:-0}" -lt 17 ]; then
	echo "bioclipse-adit: Java 17 or newer is needed; '$java' is ${version:-not there}. Install one, or set JAVA_HOME to it." >&2
	exit 2
fi
launcher=$(ls "$here"/plugins/org.eclipse.equinox.launcher_*.jar | tail -n 1)
code=23 # what the workbench ends with when it wants to be started again
while [ "$code" -eq 23 ]; do
	# shellcheck disable=SC2086 # options are words
	"$java" -Xmx2g -XstartOnFirstThread ${ADIT_JAVA_OPTIONS:-} -jar "$launcher" -name "Bioclipse ADiT" "$@" && code=0 || code=$?
done
exit "$code"
