package net.bioclipse.adit.modelpackage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value of a JSON document that knows its place in it, so that every refusal can name it: {@code architecture.timeScale}.
 */
final class JsonNode {

    private final Object value;
    private final String place;
    private final String asked;
    private final Path file;

    JsonNode(Object value, String place, String asked, Path file) {
        this.value = value;
        this.place = place;
        this.asked = asked;
        this.file = file;
    }

    /** What the file holds here: String, BigDecimal, Boolean, List, Map or null. */
    Object value() {
        return value;
    }

    /** The members of an object that has exactly these keys. */
    Map<String, JsonNode> members(List<String> keys) throws ModelPackageException {
        return members(keys, List.of());
    }

    /** The members of an object that has these keys, perhaps the optional ones, and no others. */
    Map<String, JsonNode> members(List<String> keys, List<String> optional) throws ModelPackageException {
        Map<String, JsonNode> members = members();
        for (String key : keys) {
            if (!members.containsKey(key)) {
                throw refuse("'" + below(key) + "' is missing", "the keys " + String.join(", ", keys) + " would be right");
            }
        }
        for (String key : members.keySet()) {
            if (!keys.contains(key) && !optional.contains(key)) {
                throw refuse(ModelPackageException.quote(below(key)) + " is unknown",
                        "the keys " + String.join(", ", keys) + " would be right");
            }
        }
        return members;
    }

    /** The members of an object with free keys. */
    Map<String, JsonNode> members() throws ModelPackageException {
        if (!(value instanceof Map<?, ?> map)) {
            throw expected("an object {…}");
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put((String) key, new JsonNode(member, below((String) key), asked, file)));
        return members;
    }

    List<JsonNode> elements() throws ModelPackageException {
        if (!(value instanceof List<?> list)) {
            throw expected("a list […]");
        }
        List<JsonNode> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add(new JsonNode(element, place + "[" + elements.size() + "]", asked, file));
        }
        return elements;
    }

    /** A text that is not blank and holds no control characters, which could play tricks on a terminal. */
    String text() throws ModelPackageException {
        if (value instanceof String text && !text.isBlank() && text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        throw expected("a text without control characters");
    }

    /** A text out of a list of known words. */
    String word(List<String> known) throws ModelPackageException {
        if (value instanceof String text && known.contains(text)) {
            return text;
        }
        throw expected(known.size() == 1 ? "'" + known.get(0) + "'" : "one of " + String.join(", ", known));
    }

    long whole(long minimum, long maximum) throws ModelPackageException {
        if (value instanceof BigDecimal number && number.scale() == 0 && number.compareTo(BigDecimal.valueOf(minimum)) >= 0
                && number.compareTo(BigDecimal.valueOf(maximum)) <= 0) {
            return number.longValueExact();
        }
        throw expected("a whole number from " + minimum + " to " + maximum);
    }

    double number(double minimum, double maximum) throws ModelPackageException {
        if (value instanceof BigDecimal number && number.doubleValue() >= minimum && number.doubleValue() <= maximum) {
            return number.doubleValue();
        }
        throw expected(String.format(Locale.ROOT, "a number from %s to %s", minimum, maximum));
    }

    /** The path to this value: "kinds.molecule.dataset". */
    String place() {
        return place;
    }

    /** The value with Long or Double for numbers and unmodifiable lists and maps. */
    Object plain() throws ModelPackageException {
        if (value instanceof BigDecimal number) {
            boolean fits = number.scale() == 0 && number.precision() <= 18;
            return fits ? (Object) number.longValueExact() : (Object) number.doubleValue();
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> plain = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : members().entrySet()) {
                plain.put(member.getKey(), member.getValue().plain());
            }
            return Collections.unmodifiableMap(plain);
        }
        if (value instanceof List<?>) {
            List<Object> plain = new ArrayList<>();
            for (JsonNode element : elements()) {
                plain.add(element.plain());
            }
            return Collections.unmodifiableList(plain);
        }
        return value;
    }

    ModelPackageException expected(String right) {
        return refuse((place.isEmpty() ? "the document" : ModelPackageException.quote(place)) + " is " + shown(),
                right + " would be right");
    }

    ModelPackageException refuse(String found, String right) {
        return ModelPackageException.of(asked, found, right, file);
    }

    private String below(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private String shown() {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String text ? ModelPackageException.quote(text) : String.valueOf(value);
    }
}
