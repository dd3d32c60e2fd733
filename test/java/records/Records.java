import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.message.LeaderChangeMessage;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/**
 * The Java client's records code as a peer. "write" prints batches of every format and codec, with what Java itself reads from them;
 * "read" takes lines of name, tab and base64 from the standard input and prints what Java reads. One JSON object a line.
 */
public class Records {
    private static final ObjectMapper json = new ObjectMapper();
    private static final Random random = new Random(7);

    public static void main(String[] args) throws Exception {
        if (args[0].equals("write")) {
            write();
            return;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t");
            print(parts[0], Base64.getDecoder().decode(parts[1]), false);
        }
    }

    private static void write() throws Exception {
        for (byte magic = 0; magic <= 2; magic++) {
            for (CompressionType type : CompressionType.values()) {
                if (type == CompressionType.ZSTD && magic < 2) continue;
                for (TimestampType time : new TimestampType[] {TimestampType.CREATE_TIME, TimestampType.LOG_APPEND_TIME}) {
                    if (time == TimestampType.LOG_APPEND_TIME && magic == 0) continue;
                    String name = "magic" + magic + "-" + type.name + "-" + time.name;
                    print(name, set(magic, type, time, 0L, edgeCases(magic)), true);
                    print(name + "-far", set(magic, type, time, 1L << 60, edgeCases(magic)), true);
                }
                print("magic" + magic + "-" + type.name + "-gaps", gaps(magic, type), true);
                print("magic" + magic + "-" + type.name + "-large", set(magic, type, TimestampType.CREATE_TIME, 100L, large(5000)), true);
                if (type != CompressionType.NONE) {
                    print("magic" + magic + "-" + type.name + "-noise", set(magic, type, TimestampType.CREATE_TIME, 100L, noise()), true);
                }
            }
        }
        Compression none = Compression.NONE;
        print("idempotent", bytes(MemoryRecords.withIdempotentRecords(RecordBatch.CURRENT_MAGIC_VALUE, 5L, none, 4711L, (short) 3, 2147483647, 9,
            edgeCases((byte) 2).toArray(new SimpleRecord[0]))), true);
        print("transactional", bytes(MemoryRecords.withTransactionalRecords(RecordBatch.CURRENT_MAGIC_VALUE, 5L, none, Long.MAX_VALUE, Short.MAX_VALUE, 0, 9,
            edgeCases((byte) 2).toArray(new SimpleRecord[0]))), true);
        print("commit", bytes(MemoryRecords.withEndTransactionMarker(77L, 1700000000000L, 4, 4711L, (short) 3,
            new EndTransactionMarker(ControlRecordType.COMMIT, 12))), true);
        print("abort", bytes(MemoryRecords.withEndTransactionMarker(78L, 1700000000000L, 4, 4711L, (short) 3,
            new EndTransactionMarker(ControlRecordType.ABORT, 0))), true);
        print("leader-change", bytes(MemoryRecords.withLeaderChangeMessage(79L, 1700000000000L, 5, ByteBuffer.allocate(512), new LeaderChangeMessage())), true);
        print("empty", empty(), true);
        print("mixed", join(
            set((byte) 0, CompressionType.NONE, TimestampType.CREATE_TIME, 0L, edgeCases((byte) 0)),
            set((byte) 0, CompressionType.GZIP, TimestampType.CREATE_TIME, 100L, edgeCases((byte) 0)),
            set((byte) 1, CompressionType.LZ4, TimestampType.LOG_APPEND_TIME, 200L, edgeCases((byte) 1)),
            set((byte) 2, CompressionType.SNAPPY, TimestampType.CREATE_TIME, 300L, edgeCases((byte) 2)),
            empty(),
            set((byte) 2, CompressionType.NONE, TimestampType.CREATE_TIME, 5000L, edgeCases((byte) 2))), true);
        print("times", set((byte) 2, CompressionType.NONE, TimestampType.CREATE_TIME, 0L, List.of(
            new SimpleRecord(1700000000000L, null, bytes("base")),
            new SimpleRecord(0L, null, bytes("long ago")),
            new SimpleRecord(Long.MAX_VALUE, null, bytes("at the end of time")),
            new SimpleRecord(1700000000000L + (1L << 31), null, bytes("more than 24 days later")),
            new SimpleRecord(1700000000000L + (1L << 48), null, bytes("49 bits")),
            new SimpleRecord(1700000000000L + (1L << 49), null, bytes("50 bits")),
            new SimpleRecord(1700000000000L - (1L << 40), null, bytes("before the base")))), true);
        print("times-from-the-end", set((byte) 2, CompressionType.NONE, TimestampType.CREATE_TIME, Long.MAX_VALUE - 2, List.of(
            new SimpleRecord(Long.MAX_VALUE, null, bytes("a")),
            new SimpleRecord(0L, null, bytes("b")))), true);
    }

    private static List<SimpleRecord> edgeCases(byte magic) {
        List<SimpleRecord> records = new ArrayList<>();
        long time = 1700000000000L;
        records.add(new SimpleRecord(time, bytes("key"), bytes("value")));
        records.add(new SimpleRecord(time + 1, (byte[]) null, bytes("no key")));
        records.add(new SimpleRecord(time - 5, bytes("tombstone"), null));
        records.add(new SimpleRecord(time + 70000, (byte[]) null, null));
        records.add(new SimpleRecord(time, new byte[0], new byte[0]));
        records.add(new SimpleRecord(time, bytes("schlüssel-鍵-🔑"), bytes("x".repeat(300))));
        if (magic == 2) {
            records.add(new SimpleRecord(time, bytes("h"), bytes("headers"), new Header[] {
                new RecordHeader("a", bytes("1")),
                new RecordHeader("b", (byte[]) null),
                new RecordHeader("a", new byte[0]),
                new RecordHeader("a", (byte[]) null),
                new RecordHeader("", bytes("empty key")),
                new RecordHeader("__proto__", bytes("p")),
                new RecordHeader("constructor", bytes("c")),
                new RecordHeader("ключ", bytes("значение"))
            }));
            Header[] many = new Header[40];
            for (int i = 0; i < many.length; i++) many[i] = new RecordHeader("h" + i % 30, bytes("v" + i));
            records.add(new SimpleRecord(time, (byte[]) null, null, many));
        }
        return records;
    }

    private static List<SimpleRecord> large(int count) {
        List<SimpleRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) records.add(new SimpleRecord(1700000000000L + i, bytes("key-" + i % 7), bytes("the same text again and again")));
        return records;
    }

    /** Bytes that no codec can make smaller, more than a block of any of them. */
    private static List<SimpleRecord> noise() {
        byte[] value = new byte[200_000];
        random.nextBytes(value);
        return List.of(new SimpleRecord(1L, null, value), new SimpleRecord(2L, null, value));
    }

    private static byte[] set(byte magic, CompressionType type, TimestampType time, long baseOffset, List<SimpleRecord> records) {
        MemoryRecordsBuilder builder = MemoryRecords.builder(ByteBuffer.allocate(1024), magic, Compression.of(type).build(), time, baseOffset,
            time == TimestampType.LOG_APPEND_TIME ? 1800000000000L : RecordBatch.NO_TIMESTAMP);
        for (SimpleRecord record : records) builder.append(record);
        return bytes(builder.build());
    }

    private static byte[] gaps(byte magic, CompressionType type) {
        MemoryRecordsBuilder builder = MemoryRecords.builder(ByteBuffer.allocate(1024), magic, Compression.of(type).build(), TimestampType.CREATE_TIME, 1000L);
        builder.appendWithOffset(1003L, new SimpleRecord(1L, bytes("a"), bytes("1")));
        builder.appendWithOffset(1004L, new SimpleRecord(2L, bytes("b"), bytes("2")));
        builder.appendWithOffset(1999L, new SimpleRecord(3L, bytes("c"), bytes("3")));
        if (magic == 2) builder.overrideLastOffset(2500L);
        return bytes(builder.build());
    }

    private static byte[] empty() {
        ByteBuffer buffer = ByteBuffer.allocate(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
        DefaultRecordBatch.writeEmptyHeader(buffer, RecordBatch.CURRENT_MAGIC_VALUE, 4711L, (short) 1, 10, 4000L, 4099L, 3, TimestampType.CREATE_TIME,
            1700000000000L, true, false);
        return buffer.array();
    }

    private static void print(String name, byte[] data, boolean withBytes) throws Exception {
        ObjectNode line = json.createObjectNode();
        line.put("name", name);
        if (withBytes) line.put("bytes", Base64.getEncoder().encodeToString(data));
        ArrayNode batches = line.putArray("batches");
        for (RecordBatch batch : MemoryRecords.readableRecords(ByteBuffer.wrap(data)).batches()) {
            batch.ensureValid();
            ObjectNode node = batches.addObject();
            node.put("magic", batch.magic());
            node.put("compression", batch.compressionType().id);
            node.put("timestampType", batch.timestampType().id);
            node.put("nextOffset", String.valueOf(batch.nextOffset()));
            node.put("leaderEpoch", batch.partitionLeaderEpoch());
            node.put("isControl", batch.isControlBatch());
            node.put("isTransactional", batch.isTransactional());
            node.put("producerId", String.valueOf(batch.producerId()));
            node.put("producerEpoch", batch.producerEpoch());
            node.put("baseSequence", batch.baseSequence());
            node.put("maxTimestamp", String.valueOf(batch.maxTimestamp()));
            if (batch.magic() == 2) node.put("baseOffset", String.valueOf(batch.baseOffset()));
            ArrayNode records = node.putArray("records");
            for (Record record : batch) {
                record.ensureValid();
                ObjectNode item = records.addObject();
                item.put("offset", String.valueOf(record.offset()));
                item.put("timestamp", String.valueOf(record.timestamp()));
                item.put("key", base64(record.hasKey() ? record.key() : null));
                item.put("value", base64(record.hasValue() ? record.value() : null));
                ArrayNode headers = item.putArray("headers");
                for (Header header : record.headers()) {
                    headers.addArray().add(header.key()).add(base64(header.value() == null ? null : ByteBuffer.wrap(header.value())));
                }
                if (batch.isControlBatch()) node.put("controlType", ControlRecordType.parse(record.key()).name());
            }
        }
        System.out.println(json.writeValueAsString(line));
    }

    private static String base64(ByteBuffer buffer) {
        return buffer == null ? null : StandardCharsets.ISO_8859_1.decode(Base64.getEncoder().encode(buffer.duplicate())).toString();
    }

    private static byte[] bytes(MemoryRecords records) {
        ByteBuffer buffer = records.buffer().duplicate();
        byte[] data = new byte[buffer.remaining()];
        buffer.get(data);
        return data;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) all.put(part);
        return all.array();
    }
}
