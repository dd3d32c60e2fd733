import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.Uuid;

/** Messages of one version of one schema, in the JSON that Kafka's converters read. */
final class RandomMessages {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode schema;
    private final int version;
    private final String kind;
    private final Random random;

    RandomMessages(JsonNode schema, int version, String kind, Random random) {
        this.schema = schema;
        this.version = version;
        this.kind = kind;
        this.random = random;
    }

    JsonNode message() {
        return struct(schema.get("fields"));
    }

    /** Whether a version lies in {@code none}, {@code 3}, {@code 3+} or {@code 3-5}. */
    static boolean inVersions(String range, int version) {
        if (range.isEmpty() || range.equals("none")) {
            return false;
        }
        if (range.endsWith("+")) {
            return version >= Integer.parseInt(range.substring(0, range.length() - 1));
        }
        String[] ends = range.split("-");
        return version >= Integer.parseInt(ends[0]) && version <= Integer.parseInt(ends[ends.length - 1]);
    }

    /** A copy with the 64-bit integers as strings, which a JSON reader cannot round. */
    static JsonNode withTextLongs(JsonNode node) {
        if (node.isLong()) {
            return NODES.textNode(node.asText());
        }
        if (node.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            node.forEach(element -> copy.add(withTextLongs(element)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = NODES.objectNode();
            node.properties().forEach(entry -> copy.set(entry.getKey(), withTextLongs(entry.getValue())));
            return copy;
        }
        return node;
    }

    private JsonNode struct(JsonNode fields) {
        ObjectNode node = NODES.objectNode();
        for (JsonNode field : fields) {
            if (!inVersions(field.path("versions").asText("0+"), version)) {
                continue;
            }
            // A tagged field that is left out is at its default.
            boolean tagged = field.has("tag") && inVersions(field.path("taggedVersions").asText(), version);
            if (tagged && (kind.equals("default") || kind.equals("low") || oneIn(3) && !kind.equals("high"))) {
                continue;
            }
            String name = field.get("name").asText();
            node.set(Character.toLowerCase(name.charAt(0)) + name.substring(1), value(field));
        }
        return node;
    }

    private JsonNode value(JsonNode field) {
        String type = field.get("type").asText();
        boolean nullable = inVersions(field.path("nullableVersions").asText(), version);
        if (nullable && (kind.equals("low") || kind.equals("default") && "null".equals(field.path("default").asText()))) {
            return NODES.nullNode();
        }
        if (nullable && oneIn(5) && !kind.equals("high") && !kind.equals("default")) {
            return NODES.nullNode();
        }
        if (!type.startsWith("[]")) {
            return single(type, field);
        }
        ArrayNode array = NODES.arrayNode();
        int size = kind.equals("high") ? 2 : kind.equals("default") || kind.equals("low") ? 0 : random.nextInt(4);
        if (type.startsWith("[]int") && kind.equals("random") && oneIn(8)) {
            size = 126 + random.nextInt(4);
        }
        for (int i = 0; i < size; i++) {
            array.add(single(type.substring(2), field));
        }
        return array;
    }

    private JsonNode single(String type, JsonNode field) {
        switch (type) {
            case "bool":
                return NODES.booleanNode(kind.equals("high") || kind.equals("default") ? field.path("default").asText().equals("true") ^ kind.equals("high") : random.nextBoolean());
            case "int8":
                return NODES.numberNode((short) integer(field, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case "int16":
                return NODES.numberNode((short) integer(field, Short.MIN_VALUE, Short.MAX_VALUE));
            case "uint16":
                return NODES.numberNode((int) integer(field, 0, 0xffff));
            case "int32":
                return NODES.numberNode((int) integer(field, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "uint32":
                return NODES.numberNode(integer(field, 0, 0xffff_ffffL));
            case "int64":
                return NODES.numberNode(integer(field, Long.MIN_VALUE, Long.MAX_VALUE));
            case "float64":
                return NODES.numberNode(decimal());
            case "uuid":
                return NODES.textNode(uuid().toString());
            case "string":
                return NODES.textNode(text(field));
            case "bytes":
            case "records":
                return NODES.binaryNode(bytes());
            default:
                return struct(fieldsOf(type, field));
        }
    }

    private JsonNode fieldsOf(String type, JsonNode field) {
        if (field.has("fields")) {
            return field.get("fields");
        }
        for (JsonNode struct : schema.get("commonStructs")) {
            if (struct.get("name").asText().equals(type)) {
                return struct.get("fields");
            }
        }
        throw new IllegalStateException("no structure " + type);
    }

    private long integer(JsonNode field, long least, long most) {
        switch (kind) {
            case "default":
                return field.path("default").asText().isEmpty() ? 0 : Long.decode(field.path("default").asText());
            case "low":
                return least;
            case "high":
                return most;
            default:
                break;
        }
        switch (random.nextInt(6)) {
            case 0:
                return random.nextBoolean() ? least : most;
            case 1:
                return least < 0 ? random.nextInt(3) - 1 : random.nextInt(2);
            default:
                return least == Long.MIN_VALUE ? random.nextLong() : least + (long) (random.nextDouble() * (most - least + 1.0));
        }
    }

    private double decimal() {
        List<Double> edges = List.of(0.0, -0.0, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        switch (kind) {
            case "default":
                return 0.0;
            case "low":
                return -Double.MAX_VALUE;
            case "high":
                return Double.MAX_VALUE;
            default:
                return oneIn(2) ? edges.get(random.nextInt(edges.size())) : random.nextGaussian() * 1e6;
        }
    }

    private Uuid uuid() {
        if (kind.equals("default") || kind.equals("low")) {
            return Uuid.ZERO_UUID;
        }
        return kind.equals("high") ? new Uuid(-1, -1) : oneIn(4) ? Uuid.ZERO_UUID : new Uuid(random.nextLong(), random.nextLong());
    }

    private String text(JsonNode field) {
        if (kind.equals("default")) {
            return field.path("default").asText().equals("null") ? "" : field.path("default").asText();
        }
        if (kind.equals("low")) {
            return "";
        }
        if (kind.equals("high")) {
            return "\uffff".repeat(50);
        }
        int size = oneIn(12) ? 126 + random.nextInt(4) : random.nextInt(9);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.appendCodePoint(codePoint());
        }
        return text.toString();
    }

    private int codePoint() {
        if (!oneIn(6)) {
            return ' ' + random.nextInt(95);
        }
        int any = random.nextInt(Character.MAX_CODE_POINT + 1);
        return any >= Character.MIN_SURROGATE && any <= Character.MAX_SURROGATE ? '\u00e9' : any;
    }

    private byte[] bytes() {
        int size = kind.equals("default") || kind.equals("low") ? 0 : kind.equals("high") || oneIn(8) ? 126 + random.nextInt(4) : random.nextInt(12);
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
