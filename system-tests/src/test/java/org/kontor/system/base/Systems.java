package org.kontor.system.base;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The systems under test, as many as classes run at the same time. A class has one for itself until
 * its last method has ended; the next class finds it as it was left. None is started before it is
 * needed.
 */
final class Systems implements CloseableResource, AutoCloseable {

  /** A place for a system, which starts when it is first taken. */
  static final class Place {

    private final String name;
    private Kontor kontor;

    private Place(String name) {
      this.name = name;
    }

    Kontor kontor() {
      return kontor;
    }

    /** What it costs to have it with or without mails: nothing, a start, or a stop and a start. */
    private int cost(boolean mails) {
      if (kontor == null) {
        return 1;
      }
      return kontor.mails() == mails ? 0 : 2;
    }
  }

  private final List<Place> all = new ArrayList<>();
  private final List<Place> free = new ArrayList<>();

  Systems(int count) {
    for (int number = 1; number <= count; number++) {
      all.add(new Place(number == 1 ? "test" : "test-" + number));
    }
    free.addAll(all);
  }

  /** Waits until there is one. Give it back with {@link #release}. */
  Place take(boolean mails) throws Exception {
    Place place = next(mails);
    try {
      if (place.kontor == null) {
        place.kontor = Kontor.start(place.name, mails);
      }
      place.kontor.mails(mails);
      place.kontor.revived();
      return place;
    } catch (Exception | Error e) {
      release(place);
      throw e;
    }
  }

  private synchronized Place next(boolean mails) throws InterruptedException {
    while (free.isEmpty()) {
      wait();
    }
    Place cheapest =
        free.stream().min(Comparator.comparingInt(place -> place.cost(mails))).orElseThrow();
    free.remove(cheapest);
    return cheapest;
  }

  synchronized void release(Place place) {
    free.add(place);
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    for (Place place : all) {
      if (place.kontor != null) {
        place.kontor.close();
      }
    }
  }
}
