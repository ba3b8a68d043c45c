package net.bioclipse.adit.modelpackage;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON more strictly than Gson's own trees do: strict syntax and UTF-8, no key twice, bounded depth and size. */
final class JsonDocument {

    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 1_000_000;
    private static final int LONGEST_NUMBER = 60;
    private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

    private final JsonReader reader;
    private final String asked;
    private final Path file;
    private int values;

    private JsonDocument(byte[] bytes, String asked, Path file) {
        reader = new JsonReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()));
        reader.setStrictness(Strictness.STRICT);
        this.asked = asked;
        this.file = file;
    }

    /**
     * @param asked what is being done, the start of every error text
     * @param file  where the bytes come from, for error texts
     */
    static JsonNode read(byte[] bytes, String asked, Path file) throws ModelPackageException {
        JsonDocument document = new JsonDocument(bytes, asked, file);
        try {
            Object root = document.value(0);
            document.reader.peek(); // complains about anything after the end
            return new JsonNode(root, "", asked, file);
        } catch (CharacterCodingException e) {
            throw ModelPackageException.of(asked, "it is not UTF-8 text", "a JSON document in UTF-8 would be right", file);
        } catch (EOFException e) {
            throw ModelPackageException.of(asked, "the JSON document breaks off", "a complete one would be right", file);
        } catch (IOException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw document.refuse("it is not JSON" + (place.find() ? " " + place.group() : ""));
        }
    }

    private Object value(int depth) throws IOException, ModelPackageException {
        if (depth > DEEPEST) {
            throw refuse("it is nested deeper than " + DEEPEST + " levels");
        }
        if (++values > MOST_VALUES) {
            throw refuse("it has more than " + MOST_VALUES + " values");
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT:
                return object(depth);
            case BEGIN_ARRAY:
                return array(depth);
            case NUMBER:
                return number(reader.nextString());
            case BOOLEAN:
                return reader.nextBoolean();
            case NULL:
                reader.nextNull();
                return null;
            default:
                return reader.nextString();
        }
    }

    private Map<String, Object> object(int depth) throws IOException, ModelPackageException {
        Map<String, Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            if (object.containsKey(key)) {
                throw refuse("the key " + ModelPackageException.quote(key) + " stands twice");
            }
            object.put(key, value(depth + 1));
        }
        reader.endObject();
        return object;
    }

    private List<Object> array(int depth) throws IOException, ModelPackageException {
        List<Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth + 1));
        }
        reader.endArray();
        return array;
    }

    private BigDecimal number(String literal) throws ModelPackageException {
        if (literal.length() > LONGEST_NUMBER) {
            throw refuse("it has a number of " + literal.length() + " characters");
        }
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException e) {
            throw refuse("the number " + ModelPackageException.quote(literal) + " is beyond all bounds");
        }
    }

    private ModelPackageException refuse(String found) {
        return ModelPackageException.of(asked, found, "a well-formed JSON document would be right", file);
    }
}
