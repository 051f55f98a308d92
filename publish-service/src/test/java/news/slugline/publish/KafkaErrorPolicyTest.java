package news.slugline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

class KafkaErrorPolicyTest {

    @ParameterizedTest
    @MethodSource("outages")
    void waitsForAnOutageAsLongAsItLasts(Exception outage) {
        var backOff = KafkaErrorPolicy.backOff(new IllegalStateException(new RuntimeException(outage)));

        assertThat(attempts(backOff, 10_000)).isEqualTo(10_000);
    }

    static Stream<Exception> outages() {
        return Stream.of(
                new TimeoutException("broker"),
                new java.util.concurrent.TimeoutException("broker"),
                new InterruptedException(),
                new DataAccessResourceFailureException("database"),
                new CannotCreateTransactionException("database"),
                new QueryTimeoutException("database"));
    }

    @Test
    void givesUpSoonOnWhatIsNoOutageSoThatTheNextRecordIsHandled() {
        assertThat(attempts(KafkaErrorPolicy.backOff(new IllegalStateException("a bug")), 100))
                .isEqualTo(2);
    }

    private static int attempts(BackOff backOff, int most) {
        var execution = backOff.start();
        int attempts = 0;
        while (attempts < most && execution.nextBackOff() != BackOffExecution.STOP) {
            attempts++;
        }
        return attempts;
    }
}
