import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads, changes and writes in transactions, offsets included. */
final class PeerTransform {
    private PeerTransform() {}

    static void register() {
        Peer.register("transform", PeerTransform::transform);
    }

    /** {from, to, group, count, suffix}: one record after the other until there were `count`; every third transaction is aborted first. */
    private static Object transform(JsonNode p) throws Exception {
        Map<String, Object> common = Map.of("bootstrap.servers", PeerAdmin.text(p, "bootstrap"));
        Map<String, Object> reading = new HashMap<>(common);
        reading.putAll(Map.of("group.id", PeerAdmin.text(p, "group"), "auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        reading.putAll(Map.of("isolation.level", "read_committed", "group.protocol", "consumer", "max.poll.records", "5"));
        Map<String, Object> writing = new HashMap<>(common);
        writing.put("transactional.id", PeerAdmin.text(p, "group"));
        int left = p.get("count").asInt();
        int transactions = 0;
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
                KafkaProducer<String, String> producer = new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            consumer.subscribe(List.of(PeerAdmin.text(p, "from")));
            while (left > 0) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(100));
                if (records.isEmpty()) continue;
                for (int attempt = ++transactions % 3 == 0 ? 0 : 1; attempt < 2; attempt++) {
                    producer.beginTransaction();
                    for (ConsumerRecord<String, String> record : records) {
                        producer.send(new ProducerRecord<>(PeerAdmin.text(p, "to"), record.partition(), null, record.value() + PeerAdmin.text(p, "suffix")));
                    }
                    producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
                    if (attempt == 0) producer.abortTransaction();
                    else producer.commitTransaction();
                }
                left -= records.count();
            }
        }
        return transactions;
    }
}
