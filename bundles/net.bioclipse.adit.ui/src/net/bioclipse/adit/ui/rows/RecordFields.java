package net.bioclipse.adit.ui.rows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a record says beside the structure, in its order. */
final class RecordFields {

    /** A row of a table needs no more; a hostile record may hold any number. */
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_VALUE = 2000;

    private static final Pattern SDF_NAME = Pattern.compile("^>.*?<(.+)>.*$");
    private static final Pattern XYZ_KEY =
            Pattern.compile("([A-Za-z][\\w.-]*)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(\\S++))");
    private static final Set<String> XYZ_STRUCTURAL = Set.of("lattice", "properties", "pbc", "name");

    private RecordFields() {
    }

    static Map<String, String> of(RecordLayout layout, String record) {
        return switch (layout) {
            case DOLLARS -> sdf(record);
            case FRAMES -> xyz(record);
            default -> Map.of();
        };
    }

    private static Map<String, String> sdf(String record) {
        int end = record.indexOf("M  END");
        if (end < 0) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String name = null;
        StringBuilder value = new StringBuilder();
        for (String line : (Iterable<String>) record.substring(end).lines()::iterator) {
            Matcher head = name == null && line.startsWith(">") ? SDF_NAME.matcher(line) : null;
            if (head != null && head.matches()) {
                name = head.group(1).strip();
                value.setLength(0);
            } else if (name != null && line.isEmpty()) {
                put(fields, name, value.toString());
                name = null;
            } else if (name != null && value.length() < LONGEST_VALUE) {
                value.append(value.length() == 0 ? "" : " ").append(line);
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, String> xyz(String record) {
        String comment = record.lines().skip(1).findFirst().orElse("");
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher key = XYZ_KEY.matcher(comment);
        while (key.find()) {
            if (!XYZ_STRUCTURAL.contains(key.group(1).toLowerCase(Locale.ROOT))) {
                String quoted = key.group(2);
                put(fields, key.group(1), quoted == null ? key.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (fields.size() < MOST_FIELDS && !name.isEmpty()) {
            fields.put(name, value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
        }
    }
}
