import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Kafka's own Java clients behind a pipe: one JSON command a line on standard input, one JSON answer a line on standard output.
 *
 * <p>Command: {"id": 1, "command": "createTopic", "bootstrap": "127.0.0.1:1", ...}. Answer: {"id": 1, "result": ...} or
 * {"id": 1, "error": {"name", "message"}}. Commands run side by side, so that a slow one holds up no other. Ends when its
 * standard input does, and so with whoever started it.
 */
public final class Peer {
    /** What a command does with its parameters; the result is anything Jackson can write. */
    interface Command {
        Object run(JsonNode parameters) throws Exception;
    }

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Command> COMMANDS = new HashMap<>();

    private Peer() {}

    static void register(String name, Command command) {
        COMMANDS.put(name, command);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        // Libraries that print must not do so between the answers.
        System.setOut(System.err);
        PeerAdmin.register();
        PeerRecords.register();
        PeerMembers.register();
        PeerTools.register();
        PeerTransform.register();
        register("ping", parameters -> "pong");
        register("formatStorage", Peer::formatStorage);
        ExecutorService pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            JsonNode command = JSON.readTree(line);
            pool.submit(() -> answer(command, answers));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void answer(JsonNode command, PrintStream answers) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", command.get("id"));
        try {
            Command known = COMMANDS.get(command.get("command").asText());
            if (known == null) throw new IllegalArgumentException("No such command: " + command.get("command").asText());
            answer.set("result", JSON.valueToTree(known.run(command)));
        } catch (Throwable thrown) {
            Throwable cause = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            ObjectNode error = answer.putObject("error");
            error.put("name", cause.getClass().getSimpleName());
            error.put("message", String.valueOf(cause.getMessage()));
        }
        byte[] line = (answer.toString() + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (answers) {
            answers.write(line, 0, line.length);
            answers.flush();
        }
    }

    /** {arguments: [...]}: Kafka's StorageTool, in this JVM because it is warm. */
    private static Object formatStorage(JsonNode parameters) {
        String[] arguments = JSON.convertValue(parameters.get("arguments"), String[].class);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status;
        // The tool's argument parser and the metadata formatter keep static state.
        synchronized (Peer.class) {
            status = kafka.tools.StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        }
        if (status != 0) throw new IllegalStateException(output.toString(StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8);
    }
}
