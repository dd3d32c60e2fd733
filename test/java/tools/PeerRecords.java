import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** Commands that write, read and inspect records. Keys, values and header values travel in base64, null as null. */
final class PeerRecords {
    private PeerRecords() {}

    static void register() {
        Peer.register("produce", PeerRecords::produce);
        Peer.register("consume", PeerRecords::consume);
        Peer.register("partitionsOf", PeerRecords::partitionsOf);
        Peer.register("batches", PeerRecords::batches);
    }

    private static Map<String, Object> config(JsonNode p, Map<String, Object> defaults) {
        Map<String, Object> config = new HashMap<>(defaults);
        config.put("bootstrap.servers", PeerAdmin.text(p, "bootstrap"));
        config.put("client.id", "java-peer");
        config.put("reconnect.backoff.max.ms", "200");
        config.putAll(PeerAdmin.strings(p, "config"));
        return config;
    }

    private static byte[] bytes(JsonNode value) {
        return value == null || value.isNull() ? null : Base64.getDecoder().decode(value.asText());
    }

    /**
     * {topic, records: [{partition?, timestamp?, key?, value?, headers?: [[name, value]]}], config?, transaction?: 'commit' | 'abort'}
     * where config is the Java producer's ('compression.type', 'acks', 'transactional.id', ...): [{partition, offset, timestamp}].
     */
    private static Object produce(JsonNode p) throws Exception {
        String topic = PeerAdmin.text(p, "topic");
        Map<String, Object> defaults = Map.of("delivery.timeout.ms", "60000", "linger.ms", "5");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config(p, defaults), new ByteArraySerializer(), new ByteArraySerializer())) {
            if (p.hasNonNull("transaction")) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (JsonNode record : p.get("records")) sent.add(producer.send(producerRecord(topic, record)));
            producer.flush();
            List<Object> results = new ArrayList<>();
            for (Future<RecordMetadata> future : sent) {
                RecordMetadata metadata = future.get(60, TimeUnit.SECONDS);
                results.add(Map.of("partition", metadata.partition(), "offset", Long.toString(metadata.offset()), "timestamp", Long.toString(metadata.timestamp())));
            }
            if (p.hasNonNull("transaction")) {
                if (PeerAdmin.text(p, "transaction").equals("commit")) producer.commitTransaction();
                else producer.abortTransaction();
            }
            return results;
        }
    }

    private static ProducerRecord<byte[], byte[]> producerRecord(String topic, JsonNode record) {
        Integer partition = record.hasNonNull("partition") ? record.get("partition").asInt() : null;
        Long timestamp = record.hasNonNull("timestamp") ? Long.valueOf(record.get("timestamp").asText()) : null;
        ProducerRecord<byte[], byte[]> made = new ProducerRecord<>(topic, partition, timestamp, bytes(record.get("key")), bytes(record.get("value")));
        if (record.hasNonNull("headers")) {
            for (JsonNode header : record.get("headers")) made.headers().add(header.get(0).asText(), bytes(header.get(1)));
        }
        return made;
    }

    /**
     * {topic, partitions?: [0], config?, values?: 'only', deadlineMs?}: every record from the beginning up to the end the log has when
     * the command starts, by partition and offset. With values 'only' a record is [partition, offset, value as UTF-8], which is
     * what large logs need.
     */
    private static Object consume(JsonNode p) throws Exception {
        String topic = PeerAdmin.text(p, "topic");
        boolean valuesOnly = p.hasNonNull("values");
        long deadline = System.nanoTime() + Duration.ofMillis(p.hasNonNull("deadlineMs") ? p.get("deadlineMs").asLong() : 60_000).toNanos();
        Map<String, Object> defaults = Map.of("enable.auto.commit", "false", "auto.offset.reset", "earliest", "allow.auto.create.topics", "false");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config(p, defaults), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            if (p.hasNonNull("partitions")) p.get("partitions").forEach(n -> partitions.add(new TopicPartition(topic, n.asInt())));
            else for (PartitionInfo info : consumer.partitionsFor(topic)) partitions.add(new TopicPartition(topic, info.partition()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, List<Object>> read = new LinkedHashMap<>();
            partitions.stream().sorted((a, b) -> a.partition() - b.partition()).forEach(tp -> read.put(tp, new ArrayList<>()));
            while (partitions.stream().anyMatch(tp -> consumer.position(tp) < ends.get(tp))) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("Not read to the end in time: " + ends);
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    read.get(new TopicPartition(topic, record.partition())).add(valuesOnly ? value(record) : full(record));
                }
            }
            List<Object> all = new ArrayList<>();
            read.values().forEach(all::addAll);
            return all;
        }
    }

    private static Object value(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
        return Arrays.asList(record.partition(), Long.toString(record.offset()), value);
    }

    private static Object full(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("partition", record.partition());
        entry.put("offset", Long.toString(record.offset()));
        entry.put("timestamp", Long.toString(record.timestamp()));
        entry.put("timestampType", record.timestampType().toString());
        entry.put("leaderEpoch", record.leaderEpoch().orElse(null));
        entry.put("key", record.key());
        entry.put("value", record.value());
        List<Object> headers = new ArrayList<>();
        for (Header header : record.headers()) headers.add(Arrays.asList(header.key(), header.value()));
        entry.put("headers", headers);
        return entry;
    }

    /** {keys: [base64], partitionCount}: where Java's default partitioner puts each key. */
    private static Object partitionsOf(JsonNode p) {
        List<Integer> partitions = new ArrayList<>();
        int count = p.get("partitionCount").asInt();
        for (JsonNode key : p.get("keys")) partitions.add(Utils.toPositive(Utils.murmur2(bytes(key))) % count);
        return partitions;
    }

    /** {folder}: the record batches in a partition's folder of a broker, in order. */
    private static Object batches(JsonNode p) throws Exception {
        File[] segments = new File(PeerAdmin.text(p, "folder")).listFiles((folder, name) -> name.endsWith(".log"));
        if (segments == null) throw new IllegalArgumentException("No such folder: " + PeerAdmin.text(p, "folder"));
        Arrays.sort(segments);
        List<Object> batches = new ArrayList<>();
        for (File segment : segments) {
            try (FileRecords records = FileRecords.open(segment, false)) {
                for (RecordBatch batch : records.batches()) batches.add(batch(batch));
            }
        }
        return batches;
    }

    private static Object batch(RecordBatch batch) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("baseOffset", Long.toString(batch.baseOffset()));
        entry.put("lastOffset", Long.toString(batch.lastOffset()));
        entry.put("magic", batch.magic());
        entry.put("compression", batch.compressionType().name);
        entry.put("recordCount", batch.countOrNull());
        entry.put("sizeInBytes", batch.sizeInBytes());
        entry.put("producerId", Long.toString(batch.producerId()));
        entry.put("producerEpoch", batch.producerEpoch());
        entry.put("baseSequence", batch.baseSequence());
        entry.put("transactional", batch.isTransactional());
        entry.put("control", batch.isControlBatch());
        entry.put("valid", isValid(batch));
        return entry;
    }

    private static boolean isValid(RecordBatch batch) {
        try {
            batch.ensureValid();
            return true;
        } catch (RuntimeException invalid) {
            return false;
        }
    }
}
