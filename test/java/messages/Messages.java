import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.protocol.types.RawTaggedField;

/**
 * Kafka's own reading and writing of its messages, for codecs to be held against.
 *
 * <p>{@code write SEED COUNT}: for every message and version one line each of COUNT messages: {@code NAME VERSION KIND BASE64 JSON}.
 * KIND is {@code default}, {@code low}, {@code high}, {@code random}, or {@code tagged} when the bytes also hold tagged fields that
 * no schema knows. int64 values are strings in the JSON, bytes are base64.
 *
 * <p>{@code echo}: reads lines {@code NAME VERSION BASE64} and answers each with the base64 of the message read and written again,
 * or {@code error} and a reason.
 */
public final class Messages {
    private static final Base64.Encoder TO_BASE64 = Base64.getEncoder();
    private static final Base64.Decoder FROM_BASE64 = Base64.getDecoder();
    static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private Messages() {
    }

    public static void main(String[] args) throws Exception {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 20)) {
            if (args[0].equals("write")) {
                write(out, Long.parseLong(args[1]), Integer.parseInt(args[2]));
            } else {
                echo(out);
            }
        }
    }

    private static void write(BufferedWriter out, long seed, int count) throws Exception {
        for (Map.Entry<String, JsonNode> entry : schemas().entrySet()) {
            JsonNode schema = entry.getValue();
            for (int version = 0; version < 100; version++) {
                if (!RandomMessages.inVersions(schema.path("validVersions").asText(), version)) {
                    continue;
                }
                for (int i = 0; i < count; i++) {
                    String kind = kindOf(i, count, RandomMessages.inVersions(schema.path("flexibleVersions").asText("none"), version));
                    Random random = new Random(seed * 31 + (entry.getKey() + version).hashCode() * 131L + i);
                    JsonNode json = new RandomMessages(schema, version, kind, random).message();
                    Message message = read(entry.getKey(), json, (short) version);
                    if (kind.equals("tagged")) {
                        addUnknownTags(message, random);
                    }
                    byte[] bytes = bytesOf(message, (short) version);
                    String text = JSON.writeValueAsString(RandomMessages.withTextLongs(json));
                    out.write(entry.getKey() + ' ' + version + ' ' + kind + ' ' + TO_BASE64.encodeToString(bytes) + ' ' + text + '\n');
                }
            }
        }
    }

    /** One message alone is a random one; of several the first three are the edges and the last one has unknown tagged fields. */
    private static String kindOf(int i, int count, boolean flexible) {
        if (count < 5) {
            return "random";
        }
        if (i == count - 1) {
            return flexible ? "tagged" : "random";
        }
        return i < 3 ? List.of("default", "low", "high").get(i) : "random";
    }

    private static void echo(BufferedWriter out) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            short version = Short.parseShort(words[1]);
            try {
                Message message = (Message) dataClass(words[0]).getConstructor().newInstance();
                ByteBuffer bytes = ByteBuffer.wrap(FROM_BASE64.decode(words[2]));
                message.read(new ByteBufferAccessor(bytes), version);
                if (bytes.hasRemaining()) {
                    throw new IllegalStateException(bytes.remaining() + " bytes left over");
                }
                out.write(TO_BASE64.encodeToString(bytesOf(message, version)) + '\n');
            } catch (RuntimeException e) {
                out.write("error " + e.toString().replace('\n', ' ') + '\n');
            }
        }
    }

    /** The message schemas inside the clients jar, by name. */
    private static Map<String, JsonNode> schemas() throws Exception {
        String path = Message.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (JarFile jar = new JarFile(path)) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith("common/message/") && entry.getName().endsWith(".json")) {
                    JsonNode schema = JSON.readTree(jar.getInputStream(entry));
                    schemas.put(schema.get("name").asText(), schema);
                }
            }
        }
        return schemas;
    }

    /** Kafka names the class of a request, response or header after its schema and {@code Data}, that of other data after its schema. */
    private static Class<?> dataClass(String name) throws ClassNotFoundException {
        try {
            return Class.forName("org.apache.kafka.common.message." + name + "Data");
        } catch (ClassNotFoundException e) {
            return Class.forName("org.apache.kafka.common.message." + name);
        }
    }

    private static Message read(String name, JsonNode json, short version) throws Exception {
        Class<?> converter = Class.forName(dataClass(name).getName() + "JsonConverter");
        try {
            return (Message) converter.getMethod("read", JsonNode.class, short.class).invoke(null, json, version);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " version " + version + ": " + json, e.getCause());
        }
    }

    private static void addUnknownTags(Message message, Random random) {
        List<RawTaggedField> tags = message.unknownTaggedFields();
        int tag = 50;
        for (int i = 0; i < 3; i++) {
            byte[] data = new byte[i == 1 ? 127 + random.nextInt(3) : random.nextInt(8)];
            random.nextBytes(data);
            tags.add(new RawTaggedField(tag, data));
            tag += 1 + random.nextInt(20_000);
        }
    }

    private static byte[] bytesOf(Message message, short version) {
        ByteBuffer buffer = MessageUtil.toByteBufferAccessor(message, version).buffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
