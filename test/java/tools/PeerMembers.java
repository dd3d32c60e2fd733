import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Commands that keep members in groups, each with a thread of its own that polls. */
final class PeerMembers {
    private static final Map<String, Member> MEMBERS = new ConcurrentHashMap<>();

    private PeerMembers() {}

    static void register() {
        Peer.register("join", PeerMembers::join);
        Peer.register("member", p -> MEMBERS.get(PeerAdmin.text(p, "member")).state());
        Peer.register("leave", p -> MEMBERS.remove(PeerAdmin.text(p, "member")).leave());
    }

    /** {member, topic, group, config?}: reads the topic from its beginning as a member of the group until `leave`. */
    private static Object join(JsonNode p) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", PeerAdmin.text(p, "bootstrap"));
        config.put("group.id", PeerAdmin.text(p, "group"));
        config.put("client.id", PeerAdmin.text(p, "member"));
        config.put("auto.offset.reset", "earliest");
        config.putAll(PeerAdmin.strings(p, "config"));
        Member member = new Member(config, PeerAdmin.text(p, "topic"));
        MEMBERS.put(PeerAdmin.text(p, "member"), member);
        member.thread.start();
        return null;
    }

    private static final class Member {
        private final List<Object> records = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, Object> config;
        private final String topic;
        private volatile List<Integer> partitions = List.of();
        private volatile String failure;
        private volatile boolean leaving;
        final Thread thread = new Thread(this::run);

        Member(Map<String, Object> config, String topic) {
            this.config = config;
            this.topic = topic;
        }

        private void run() {
            try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (!leaving) {
                    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) records.add(record.value());
                    partitions = consumer.assignment().stream().map(TopicPartition::partition).sorted().toList();
                }
            } catch (RuntimeException failed) {
                failure = failed.toString();
            }
        }

        /** {partitions, values}: what it has now, and all that it has read. */
        Object state() {
            if (failure != null) throw new IllegalStateException(failure);
            synchronized (records) {
                return Map.of("partitions", partitions, "values", new ArrayList<>(records));
            }
        }

        Object leave() throws InterruptedException {
            leaving = true;
            thread.join();
            return state();
        }
    }
}
