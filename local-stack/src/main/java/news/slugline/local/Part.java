package news.slugline.local;

import java.time.Duration;

/**
 * One part of the pipeline as a process of this machine.
 *
 * <p>Its data outlives it: a part that was stopped or killed starts again on the same data and the same port.
 */
public sealed interface Part permits Postgres, KafkaBroker, Registry, ServiceProcess {

    /** The part's name as an operator reads it. */
    String name();

    /** Starts the process and returns at once; {@link #awaitHealthy} says when it is of use. */
    void start();

    /**
     * Returns when the part answers.
     *
     * @throws PartFailedException when the process has ended, or the time is over
     */
    void awaitHealthy(Duration patience);

    /** Asks the process to finish, and ends it forcibly when it takes too long; returns when it is gone. */
    void stop();

    /** Ends the process at once, as a power cut would (SIGKILL); returns when it is gone. */
    void kill();

    /** Whether the process lives. */
    boolean running();

    /** The process id of the latest start. */
    long pid();
}
