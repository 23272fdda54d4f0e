package dev.weft.server;

import com.google.common.base.Ticker;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;

/// Installs a fault plan: one handler in front of the server, and wrappers around the store.
final class FaultInstaller {
    private final FaultPlan plan;
    private final FaultSelector play;
    private final Ticker ticker;
    private final Sleeper pause;
    private final ScopedValue<ArrivedUpload> current = ScopedValue.newInstance();

    FaultInstaller(FaultPlan plan, Ticker ticker, Sleeper pause) {
        this.plan = plan;
        this.play = new FaultSelector(plan);
        this.ticker = ticker;
        this.pause = pause;
    }

    /// Returns the front handler. A plan without faults has no cost.
    Handler inFrontOf(Handler handlers) {
        return plan.isPlain() ? handlers : new FaultHandler(handlers, play, current);
    }

    /// Returns a store with the latency and the faults of the plan.
    BlobStore around(BlobStore store) {
        BlobStore delayed = new LatencyStore(store, this::latency, ticker, pause);
        if (plan.isPlain()) {
            return delayed;
        }
        OptionalInt rate = play.rate();
        return new FaultStore(
                delayed,
                play,
                this::arrival,
                perSecond -> new BandwidthLimit(perSecond, ticker, pause),
                plan.bandwidth().map(perSecond -> new BandwidthLimit(perSecond, ticker, pause)),
                rate.isPresent()
                        ? Optional.of(new RateLimit(rate.getAsInt(), ticker))
                        : Optional.empty());
    }

    private Optional<ArrivedUpload> arrival() {
        return current.isBound() ? Optional.of(current.get()) : Optional.empty();
    }

    private Duration latency() {
        return plan.latency() instanceof Latency.Fixed(Duration time)
                ? time
                : arrival().map(play::latency).orElseGet(plan.latency()::median);
    }
}
