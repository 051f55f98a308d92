package news.slugline.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts the parts of a pipeline group by group and shows how each gets on. */
record Starter(Screen screen) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Returns when every part is healthy.
     *
     * @throws PartFailedException of the first that is not; the others are still running then
     */
    void start(Pipeline pipeline) {
        for (var group : pipeline.groups()) {
            startTogether(group);
        }
    }

    private void startTogether(List<Part> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> starts = parts.stream()
                    .map(part -> threads.submit(() -> start(part)))
                    .toList();
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PartFailedException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void start(Part part) {
        long began = System.nanoTime();
        screen.starting(part.name());
        try {
            part.start();
            part.awaitHealthy(PATIENCE);
            screen.ready(part.name(), Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException e) {
            screen.failed(part.name());
            throw e;
        }
    }
}
