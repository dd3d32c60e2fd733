import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** Commands that go through Kafka's AdminClient. One client a bootstrap list, kept. */
final class PeerAdmin {
    private static final long DEADLINE_SECONDS = 60;

    private static final Map<String, Admin> ADMINS = new ConcurrentHashMap<>();

    private PeerAdmin() {}

    static void register() {
        Peer.register("createTopic", PeerAdmin::createTopic);
        Peer.register("deleteTopic", p -> done(admin(p).deleteTopics(List.of(text(p, "topic"))).all()));
        Peer.register("listTopics", p -> admin(p).listTopics().names().get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        Peer.register("describeTopic", PeerAdmin::describeTopic);
        Peer.register("createPartitions", PeerAdmin::createPartitions);
        Peer.register("describeCluster", PeerAdmin::describeCluster);
        Peer.register("offsets", PeerAdmin::offsets);
        Peer.register("listGroups", PeerAdmin::listGroups);
        Peer.register("describeGroup", PeerAdmin::describeGroup);
        Peer.register("groupOffsets", PeerAdmin::groupOffsets);
        Peer.register("deleteGroup", p -> done(admin(p).deleteConsumerGroups(List.of(text(p, "groupId"))).all()));
        Peer.register("alterConfig", PeerAdmin::alterConfig);
        Peer.register("describeConfig", PeerAdmin::describeConfig);
        Peer.register("createScramUser", PeerAdmin::createScramUser);
        Peer.register("setQuota", PeerAdmin::setQuota);
        Peer.register("reassign", PeerAdmin::reassign);
        Peer.register("electPreferredLeader", PeerAdmin::electPreferredLeader);
        Peer.register("connect", PeerAdmin::connect);
    }

    private static Admin admin(JsonNode p) {
        return ADMINS.computeIfAbsent(text(p, "bootstrap"), bootstrap -> {
            Map<String, Object> config = new HashMap<>();
            config.put("bootstrap.servers", bootstrap);
            config.put("client.id", "java-peer");
            config.put("request.timeout.ms", 10_000);
            config.put("default.api.timeout.ms", 50_000);
            config.put("retry.backoff.ms", 50);
            config.put("reconnect.backoff.ms", 50);
            config.put("reconnect.backoff.max.ms", 200);
            return Admin.create(config);
        });
    }

    /** {bootstrap, config}: one round trip with a client of its own, to see whether a listener lets it in. */
    private static Object connect(JsonNode p) throws Exception {
        Map<String, Object> config = new HashMap<>(strings(p, "config"));
        config.put("bootstrap.servers", text(p, "bootstrap"));
        config.put("request.timeout.ms", 5_000);
        config.put("default.api.timeout.ms", 10_000);
        try (Admin admin = Admin.create(config)) {
            return result(admin.describeCluster().clusterId());
        }
    }

    static String text(JsonNode p, String name) {
        JsonNode value = p.get(name);
        if (value == null || value.isNull()) throw new IllegalArgumentException("Missing: " + name);
        return value.asText();
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> strings(JsonNode p, String name) {
        JsonNode value = p.get(name);
        return value == null || value.isNull() ? Map.of() : Peer.JSON.convertValue(value, Map.class);
    }

    private static <T> Object done(org.apache.kafka.common.KafkaFuture<T> future) throws Exception {
        future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        return null;
    }

    private static <T> T result(org.apache.kafka.common.KafkaFuture<T> future) throws Exception {
        return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** {topic, partitions, replicationFactor, config?} or {topic, assignments: [[1, 2, 3], ...], config?} */
    private static Object createTopic(JsonNode p) throws Exception {
        NewTopic topic;
        if (p.hasNonNull("assignments")) {
            Map<Integer, List<Integer>> replicas = new HashMap<>();
            for (JsonNode nodes : p.get("assignments")) replicas.put(replicas.size(), nodeIds(nodes));
            topic = new NewTopic(text(p, "topic"), replicas);
        } else {
            topic = new NewTopic(text(p, "topic"), p.get("partitions").asInt(), (short) p.get("replicationFactor").asInt());
        }
        return done(admin(p).createTopics(List.of(topic.configs(strings(p, "config")))).all());
    }

    private static List<Integer> nodeIds(JsonNode nodes) {
        List<Integer> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.asInt()));
        return ids;
    }

    private static Object describeTopic(JsonNode p) throws Exception {
        TopicDescription topic = result(admin(p).describeTopics(List.of(text(p, "topic"))).allTopicNames()).get(text(p, "topic"));
        List<Object> partitions = new ArrayList<>();
        for (TopicPartitionInfo info : topic.partitions()) {
            Map<String, Object> partition = new LinkedHashMap<>();
            partition.put("partition", info.partition());
            partition.put("leader", info.leader() == null ? -1 : info.leader().id());
            partition.put("replicas", info.replicas().stream().map(Node::id).toList());
            partition.put("isr", info.isr().stream().map(Node::id).sorted().toList());
            partitions.add(partition);
        }
        return Map.of("topic", topic.name(), "topicId", topic.topicId().toString(), "internal", topic.isInternal(), "partitions", partitions);
    }

    private static Object createPartitions(JsonNode p) throws Exception {
        return done(admin(p).createPartitions(Map.of(text(p, "topic"), NewPartitions.increaseTo(p.get("partitions").asInt()))).all());
    }

    private static Object describeCluster(JsonNode p) throws Exception {
        DescribeClusterResult cluster = admin(p).describeCluster();
        List<Object> nodes = new ArrayList<>();
        for (Node node : result(cluster.nodes())) nodes.add(Map.of("nodeId", node.id(), "host", node.host(), "port", node.port()));
        return Map.of("clusterId", result(cluster.clusterId()), "controller", result(cluster.controller()).id(), "nodes", nodes);
    }

    /** {topic, at: 'earliest' | 'latest' | timestamp in ms}: offset by partition, as a string. */
    private static Object offsets(JsonNode p) throws Exception {
        String at = text(p, "at");
        OffsetSpec spec = at.equals("earliest") ? OffsetSpec.earliest() : at.equals("latest") ? OffsetSpec.latest() : OffsetSpec.forTimestamp(Long.parseLong(at));
        String topic = text(p, "topic");
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicPartitionInfo info : result(admin(p).describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions()) {
            asked.put(new TopicPartition(topic, info.partition()), spec);
        }
        Map<Integer, String> offsets = new TreeMap<>();
        result(admin(p).listOffsets(asked).all()).forEach((tp, found) -> offsets.put(tp.partition(), Long.toString(found.offset())));
        return offsets;
    }

    private static Object listGroups(JsonNode p) throws Exception {
        List<Object> groups = new ArrayList<>();
        result(admin(p).listGroups(ListGroupsOptions.forConsumerGroups()).all())
            .forEach(group -> groups.add(Map.of("groupId", group.groupId(), "state", group.groupState().map(Object::toString).orElse("Unknown"))));
        return groups;
    }

    private static Object describeGroup(JsonNode p) throws Exception {
        String groupId = text(p, "groupId");
        ConsumerGroupDescription group = result(admin(p).describeConsumerGroups(List.of(groupId)).all()).get(groupId);
        List<Object> members = new ArrayList<>();
        for (MemberDescription member : group.members()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("memberId", member.consumerId());
            entry.put("groupInstanceId", member.groupInstanceId().orElse(null));
            entry.put("clientId", member.clientId());
            entry.put("assignment", byTopic(member.assignment().topicPartitions()));
            members.add(entry);
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("groupId", groupId);
        description.put("state", group.groupState().toString());
        description.put("type", group.type().toString());
        description.put("assignor", group.partitionAssignor());
        description.put("coordinator", group.coordinator().id());
        description.put("members", members);
        return description;
    }

    private static Map<String, List<Integer>> byTopic(Collection<TopicPartition> partitions) {
        Map<String, List<Integer>> topics = new TreeMap<>();
        for (TopicPartition tp : partitions) topics.computeIfAbsent(tp.topic(), name -> new ArrayList<>()).add(tp.partition());
        topics.values().forEach(Collections::sort);
        return topics;
    }

    /** {groupId}: topic -> partition -> {offset, metadata} */
    private static Object groupOffsets(JsonNode p) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = result(admin(p).listConsumerGroupOffsets(text(p, "groupId")).partitionsToOffsetAndMetadata());
        Map<String, Map<Integer, Object>> topics = new TreeMap<>();
        committed.forEach((tp, offset) -> {
            if (offset == null) return;
            topics.computeIfAbsent(tp.topic(), name -> new TreeMap<>())
                .put(tp.partition(), Map.of("offset", Long.toString(offset.offset()), "metadata", offset.metadata()));
        });
        return topics;
    }

    private static ConfigResource resource(JsonNode p) {
        return new ConfigResource(ConfigResource.Type.valueOf(text(p, "type")), text(p, "name"));
    }

    /** {type: 'TOPIC' | 'BROKER' | ..., name, config: {key: value | null}} */
    private static Object alterConfig(JsonNode p) throws Exception {
        List<AlterConfigOp> operations = new ArrayList<>();
        strings(p, "config").forEach((key, value) -> operations.add(
            new AlterConfigOp(new ConfigEntry(key, value), value == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET)));
        return done(admin(p).incrementalAlterConfigs(Map.of(resource(p), operations)).all());
    }

    private static Object describeConfig(JsonNode p) throws Exception {
        Map<String, String> entries = new TreeMap<>();
        result(admin(p).describeConfigs(List.of(resource(p))).all()).get(resource(p)).entries()
            .forEach(entry -> entries.put(entry.name(), entry.value()));
        return entries;
    }

    /** {user, password, mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512', iterations?} */
    private static Object createScramUser(JsonNode p) throws Exception {
        ScramMechanism mechanism = ScramMechanism.fromMechanismName(text(p, "mechanism"));
        ScramCredentialInfo info = new ScramCredentialInfo(mechanism, p.hasNonNull("iterations") ? p.get("iterations").asInt() : 4096);
        return done(admin(p).alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(text(p, "user"), info, text(p, "password")))).all());
    }

    /** {clientId, quota: {producer_byte_rate: 1024, ...}}; null removes one. */
    private static Object setQuota(JsonNode p) throws Exception {
        ClientQuotaEntity entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, text(p, "clientId")));
        List<ClientQuotaAlteration.Op> operations = new ArrayList<>();
        p.get("quota").fields().forEachRemaining(entry -> operations.add(
            new ClientQuotaAlteration.Op(entry.getKey(), entry.getValue().isNull() ? null : entry.getValue().asDouble())));
        return done(admin(p).alterClientQuotas(List.of(new ClientQuotaAlteration(entity, operations))).all());
    }

    /** {topic, partition, replicas: [2, 3]} */
    private static Object reassign(JsonNode p) throws Exception {
        TopicPartition tp = new TopicPartition(text(p, "topic"), p.get("partition").asInt());
        return done(admin(p).alterPartitionReassignments(Map.of(tp, Optional.of(new NewPartitionReassignment(nodeIds(p.get("replicas")))))).all());
    }

    private static Object electPreferredLeader(JsonNode p) throws Exception {
        TopicPartition tp = new TopicPartition(text(p, "topic"), p.get("partition").asInt());
        return done(admin(p).electLeaders(ElectionType.PREFERRED, java.util.Set.of(tp)).all());
    }
}
