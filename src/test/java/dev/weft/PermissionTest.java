package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.weft.store.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The requests of the code, the permissions that it names, and the policies of docs/real-bucket.md
/// agree.
class PermissionTest {
    private static final Path DOCUMENT = Path.of("docs/real-bucket.md");
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private static final Set<String> NO_REQUESTS = Set.of("builder", "create", "close");

    /// What each request of the SDK has to be allowed.
    private static final Map<String, Set<Permission>> NEEDS =
            Map.ofEntries(
                    Map.entry("listObjectsV2", Set.of(Permission.LIST)),
                    Map.entry("putObject", Set.of(Permission.PUT)),
                    Map.entry("presignPutObject", Set.of(Permission.PUT)),
                    Map.entry("headObject", Set.of(Permission.GET)),
                    Map.entry("getObject", Set.of(Permission.GET)),
                    Map.entry("getObjectAsBytes", Set.of(Permission.GET)),
                    Map.entry("deleteObject", Set.of(Permission.DELETE, Permission.DELETE_VERSION)),
                    Map.entry(
                            "deleteObjects", Set.of(Permission.DELETE, Permission.DELETE_VERSION)),
                    Map.entry("listObjectVersionsPaginator", Set.of(Permission.LIST_VERSIONS)),
                    Map.entry("getBucketVersioning", Set.of(Permission.SEE_VERSIONING)),
                    Map.entry("getBucketEncryption", Set.of(Permission.SEE_ENCRYPTION)),
                    Map.entry("getObjectLockConfiguration", Set.of(Permission.SEE_LOCK)));

    @Test
    void theCodeAsksForWhatItHasAPermissionForAndForNothingElse() {
        Set<String> requests = requests();
        assertThat(NEEDS.keySet()).containsAll(requests);
        assertThat(
                        requests.stream()
                                .flatMap(request -> NEEDS.getOrDefault(request, Set.of()).stream())
                                .collect(Collectors.toSet()))
                .isEqualTo(permissions(false));
    }

    @Test
    void thePolicyNamesEveryActionAndNoOther() throws IOException {
        assertThat(actions(policies().get(0))).isEqualTo(names(permissions(false)));
        assertThat(actions(policies().get(1))).isEqualTo(names(permissions(true)));
    }

    @Test
    void thePolicyAllowsNothingBeyondWeft() throws IOException {
        for (JsonNode statement : policies().getFirst().path("Statement")) {
            assertThat(statement.path("Effect").asString()).isEqualTo("Allow");
            Set<String> actions = new TreeSet<>();
            statement.path("Action").forEach(action -> actions.add(action.asString()));
            String resource = statement.path("Resource").asString();
            if (actions.stream()
                    .allMatch(action -> action.contains("Object") && !action.contains("Lock"))) {
                assertThat(resource).isEqualTo("arn:aws:s3:::my-bucket/weft/*");
            } else {
                assertThat(resource).isEqualTo("arn:aws:s3:::my-bucket");
            }
            if (actions.stream().anyMatch(action -> action.startsWith("s3:List"))) {
                assertThat(statement.at("/Condition/StringLike/s3:prefix").asString())
                        .isEqualTo("weft/*");
            }
        }
    }

    @Test
    void theLifecycleRuleIsForWeftAlone() throws IOException {
        JsonNode rule = policies().get(2).path("Rules").path(0);
        assertThat(rule.at("/Filter/Prefix").asString()).isEqualTo("weft/");
        assertThat(rule.at("/Expiration/Days").asInt()).isEqualTo(1);
    }

    private static Set<String> requests() {
        return WeftClasses.ALL.stream()
                .filter(type -> type.getPackageName().equals("dev.weft.store"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(PermissionTest::isOfAClient)
                .map(JavaMethodCall::getName)
                .filter(name -> !NO_REQUESTS.contains(name))
                .collect(Collectors.toSet());
    }

    private static boolean isOfAClient(JavaMethodCall call) {
        return Set.of("S3Client", "S3AsyncClient", "S3Presigner")
                .contains(call.getTargetOwner().getSimpleName());
    }

    private static Set<Permission> permissions(boolean ofKeys) {
        return Arrays.stream(Permission.values())
                .filter(permission -> (permission.need() == Permission.Need.WITH_KEYS) == ofKeys)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Permission> permissions) {
        return permissions.stream()
                .map(Permission::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> actions(JsonNode policy) {
        Set<String> actions = new TreeSet<>();
        policy.path("Statement")
                .forEach(
                        statement ->
                                statement
                                        .path("Action")
                                        .forEach(action -> actions.add(action.asString())));
        return actions;
    }

    private static List<JsonNode> policies() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Stream<String> blocks =
                BLOCK.matcher(Files.readString(DOCUMENT)).results().map(block -> block.group(1));
        return blocks.map(json::readTree).toList();
    }
}
