package net.bioclipse.adit.modelpackage;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
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

/** Reads JSON more strictly than Gson's own trees do: strict syntax and UTF-8, no key twice, bounded depth and size. */
final class JsonDocument {

    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 1_000_000;
    private static final int LONGEST_NUMBER = 60;

    private final JsonReader reader;
    private int values;

    private JsonDocument(JsonReader reader) {
        this.reader = reader;
    }

    /**
     * @param asked what is being done, the start of every error text
     * @param file  where the bytes come from, for error texts
     */
    static JsonNode read(byte[] bytes, String asked, Path file) throws ModelPackageException {
        try {
            JsonReader reader = new JsonReader(new InputStreamReader(new ByteArrayInputStream(bytes),
                    StandardCharsets.UTF_8.newDecoder()));
            reader.setStrictness(Strictness.STRICT);
            Object root = new JsonDocument(reader).value(0);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text after the end of the document");
            }
            return new JsonNode(root, "", asked, file);
        } catch (CharacterCodingException e) {
            throw ModelPackageException.of(asked, "it is not UTF-8 text", "a JSON document in UTF-8 would be right", file);
        } catch (EOFException e) {
            throw ModelPackageException.of(asked, "the JSON document breaks off", "a complete one would be right", file);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage().lines().findFirst().orElse("");
            throw ModelPackageException.of(asked, "it is not JSON: " + reason.replaceAll("\\p{C}", "?"),
                    "a JSON document would be right", file);
        }
    }

    private Object value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new MalformedJsonException("nested deeper than " + DEEPEST + " levels");
        }
        if (++values > MOST_VALUES) {
            throw new MalformedJsonException("more than " + MOST_VALUES + " values");
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

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            if (object.containsKey(key)) {
                throw new MalformedJsonException("the key " + ModelPackageException.quote(key) + " stands twice");
            }
            object.put(key, value(depth + 1));
        }
        reader.endObject();
        return object;
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth + 1));
        }
        reader.endArray();
        return array;
    }

    private static BigDecimal number(String literal) throws IOException {
        if (literal.length() > LONGEST_NUMBER) {
            throw new MalformedJsonException("a number of " + literal.length() + " characters");
        }
        return new BigDecimal(literal);
    }
}
