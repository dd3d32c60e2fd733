import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Exit;

/** Runs Kafka's command line tools by their `main`, in this JVM because it is warm. */
final class PeerTools {
    private static final class Ended extends RuntimeException {
        final int status;

        Ended(int status) {
            super("The tool has ended", null, false, false);
            this.status = status;
        }
    }

    private PeerTools() {}

    static void register() {
        Peer.register("tool", PeerTools::tool);
    }

    /** {main, arguments, input?}: {status, output, errors}. One tool at a time: standard streams are the whole process's. */
    private static synchronized Object tool(JsonNode p) throws Exception {
        String[] arguments = Peer.JSON.convertValue(p.get("arguments"), String[].class);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String text = p.hasNonNull("input") ? p.get("input").asText() : "";
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        AtomicReference<Ended> ended = new AtomicReference<>();
        Exit.setExitProcedure((status, message) -> {
            // A tool that catches everything goes on, says so and exits a second time, which a process that has ended does not.
            ended.compareAndSet(null, new Ended(status));
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            throw ended.get();
        });
        List<Runnable> hooks = new ArrayList<>();
        Exit.setShutdownHookAdder((name, hook) -> hooks.add(hook));
        try {
            Class.forName(PeerAdmin.text(p, "main")).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            if (ended.get() == null) throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        } finally {
            // What a tool does when its process ends: the console producer sends the last records.
            hooks.forEach(Runnable::run);
            Exit.resetExitProcedure();
            Exit.resetShutdownHookAdder();
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
        return Map.of("status", ended.get() == null ? 0 : ended.get().status, "output", output.toString(StandardCharsets.UTF_8), "errors", errors.toString(StandardCharsets.UTF_8));
    }
}
