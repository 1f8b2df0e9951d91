package org.kontor.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

  private Ports() {}

  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canBind(new InetSocketAddress(port));
  }

  /** The port itself, or the next free one above it. */
  public static int freeFrom(int port) {
    int candidate = port;
    while (!isFree(candidate) && candidate < 65_535) {
      candidate++;
    }
    return candidate;
  }

  /** Any free port. */
  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * @throws Fault if another program listens there
   */
  public static void require(int port) {
    if (!isFree(port)) {
      throw new Fault(
          "Port %d is taken by another program.".formatted(port),
          "Stop that program, or start with --port %d, which is free.".formatted(freeFrom(port)));
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address, 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
