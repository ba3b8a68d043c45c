#!/bin/sh
# Looks into the archives that ./adit build -Pproducts has made: launcher, bundles, model, SWT and ONNX Runtime of that system.
# One line for each archive; the exit code is the number of archives that lack something.
set -u
cd "$(dirname -- "$0")/target/products" || exit 9
bad=0
check() { # archive, launcher, SWT fragment, folder of ONNX Runtime's natives
	if [ ! -f "$1" ]; then echo "MISSING $1"; bad=$((bad + 1)); return; fi
	case $1 in *.zip) list=$(unzip -Z1 "$1") ;; *) list=$(tar tzf "$1" 2>/dev/null) ;; esac
	# Tycho lays the one for macOS out as an application, although without Eclipse's native launcher it is none.
	list=$(printf '%s\n' "$list" | sed -n 's|^bioclipse-adit\.app/Contents/Eclipse/|bioclipse-adit/|; /^bioclipse-adit\.app\//!p')
	missing=
	for wanted in "$2" 'features/net\.bioclipse\.adit\.ui\.feature_' 'features/net\.bioclipse\.adit\.training\.feature_' \
		'plugins/net\.bioclipse\.adit\.ui_' 'plugins/net\.bioclipse\.adit\.assembly_' 'plugins/net\.bioclipse\.adit\.thirdparty\.cdk_.*/lib/' \
		'plugins/org\.eclipse\.equinox\.launcher_' "plugins/$3_" 'models/adit-qm9-mp20/weights\.safetensors' 'configuration/config\.ini'; do
		printf '%s\n' "$list" | grep -q "^bioclipse-adit/$wanted" || missing="$missing $wanted"
	done
	[ "$(printf '%s\n' "$list" | grep -c '^bioclipse-adit/plugins/org\.eclipse\.swt\..*\.\(x86_64\|aarch64\)_')" = 1 ] ||
		missing="$missing (one SWT fragment, not several)"
	[ -z "$(printf '%s\n' "$list" | grep -v '^bioclipse-adit/')" ] || missing="$missing (everything in one folder)"
	runtime=$(case $1 in *.zip) unzip -Z1 "$1" ;; *) tar tzf "$1" 2>/dev/null ;; esac | grep 'plugins/com\.microsoft\.onnxruntime_.*\.jar$')
	case $1 in *.zip) unzip -p "$1" "$runtime" ;; *) tar xzOf "$1" "$runtime" 2>/dev/null ;; esac >onnxruntime.tmp
	unzip -Z1 onnxruntime.tmp | grep -q "ai/onnxruntime/native/$4/.*onnxruntime4j_jni" || missing="$missing natives/$4"
	rm -f onnxruntime.tmp
	size=$(($(wc -c <"$1") / 1000000))
	if [ -z "$missing" ]; then echo "ok      $1 ($size MB)"; else echo "LACKS   $1:$missing"; bad=$((bad + 1)); fi
}
check bioclipse-adit-0.1.0-linux.gtk.x86_64.tar.gz 'bioclipse-adit$' 'org\.eclipse\.swt\.gtk\.linux\.x86_64' linux-x64
check bioclipse-adit-0.1.0-win32.win32.x86_64.zip 'bioclipse-adit\.bat$' 'org\.eclipse\.swt\.win32\.win32\.x86_64' win-x64
check bioclipse-adit-0.1.0-macosx.cocoa.aarch64.tar.gz 'bioclipse-adit\.command$' 'org\.eclipse\.swt\.cocoa\.macosx\.aarch64' osx-aarch64
exit $bad
