import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.protocol.Errors;

/** Prints one line per error code: code, name, retriable, refresh metadata, authorization; separated by tabs. */
public class ListErrors {
    public static void main(String[] args) {
        for (Errors error : Errors.values()) {
            Throwable exception = error.exception();
            System.out.println(String.join("\t",
                String.valueOf(error.code()),
                error.name(),
                String.valueOf(exception instanceof RetriableException),
                String.valueOf(exception instanceof InvalidMetadataException),
                String.valueOf(exception instanceof AuthorizationException)));
        }
    }
}
