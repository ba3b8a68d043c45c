package net.bioclipse.adit.training;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process tells its parent: one JSON object a line. */
final class Events {

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private final PrintStream out;

    Events(PrintStream out) {
        this.out = out;
    }

    /** @param members keys and values in turn; a value is a text, a number that is finite, a truth value or null */
    void tell(String event, Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", event);
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        synchronized (out) {
            out.println(gson.toJson(object));
            out.flush();
        }
    }
}
