package net.bioclipse.adit.arrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages a source file names, in its imports or written out in full. Comments and strings do not count. */
final class JavaSource {

    private static final Pattern IGNORED = Pattern.compile(
            "\"\"\".*?\"\"\"|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'(?:\\\\.[^']*|[^'\\\\\n])'|//[^\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+(?:static\\s+)?([\\w.]+)(?:\\.\\*)?\\s*;");
    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
    /** A type written in full, with a root that libraries use, so that {@code request.model.Field} is not one. */
    private static final Pattern WRITTEN_OUT = Pattern
            .compile("\\b((?:net|org|com|ai|io|uk|picocli|javax)\\.(?:[a-z]\\w*\\.)*)[A-Z]\\w*");

    private final String code;

    JavaSource(String text) {
        code = IGNORED.matcher(text).replaceAll(" ");
    }

    String packageName() {
        Matcher matcher = PACKAGE.matcher(code);
        return matcher.find() ? matcher.group(1) : "";
    }

    Set<String> usedPackages() {
        Set<String> packages = new TreeSet<>();
        IMPORT.matcher(code).results().forEach(match -> packages.add(withoutTypes(match.group(1))));
        String body = PACKAGE.matcher(IMPORT.matcher(code).replaceAll(" ")).replaceAll(" ");
        WRITTEN_OUT.matcher(body).results()
                .forEach(match -> packages.add(match.group(1).substring(0, match.group(1).length() - 1)));
        return packages;
    }

    /** By convention a package is in lower case and a type is not. */
    private static String withoutTypes(String imported) {
        List<String> parts = new ArrayList<>(List.of(imported.split("\\.")));
        return parts.stream().takeWhile(part -> !Character.isUpperCase(part.charAt(0)))
                .collect(Collectors.joining("."));
    }
}
