package org.kontor.system.client;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Chromium, and what is asked of every page that it opens. */
public final class Browsing implements AutoCloseable {

  public static final int WIDE = 1280;
  static final int NARROW = 390;
  private static final int HEIGHT = 844;

  /** What stands on a page in place of a text that does not exist. */
  private static final Pattern MISSING_TEXT =
      Pattern.compile("\\[(common|identity|money|service|account|access|own|help)\\.[^\\]]*]");

  /** The script that judges a page by WCAG, and how it is asked; only what is wrong comes back. */
  private static final String AXE = AxeBuilder.getAxeScript();

  private static final String VIOLATIONS =
      "axe.run(document, {resultTypes: ['violations'], elementRef: false})"
          + ".then(run => run.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))";

  private static final String CONTRAST =
      "axe.run(document, {runOnly: ['color-contrast'], resultTypes: ['violations'],"
          + " elementRef: false})"
          + ".then(run => run.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))";

  private final Playwright playwright;
  private final Browser browser;

  private Browsing(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Browsing start() throws IOException, InterruptedException {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.found())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browsing(playwright, browser);
  }

  /** A new person at a new device. */
  public Person person(String language, int width) {
    return person(language, width, false);
  }

  /** Somebody whose browser does not know of policies: what could run there, runs. */
  public Person unprotected(String language) {
    return person(language, WIDE, true);
  }

  private Person person(String language, int width, boolean unprotected) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(ColorScheme.LIGHT)
                .setBypassCSP(unprotected)
                .setViewportSize(width, HEIGHT));
    return new Person(context, context.newPage());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** Somebody with a browser of its own; remembers what the browser complained about. */
  public static final class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private final boolean guest;

    private Person(BrowserContext context, Page page) {
      this(context, page, false);
    }

    private Person(BrowserContext context, Page page, boolean guest) {
      this.context = context;
      this.page = page;
      this.guest = guest;
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
    }

    public Page page() {
      return page;
    }

    /** Another tab of the same browser. */
    Person tab() {
      return new Person(context, context.newPage(), true);
    }

    public int open(String address) {
      Response response = page.navigate(address);
      return response.status();
    }

    void speak(String language) {
      page.evaluate("document.querySelector('.k-language').open = true");
      submit(".k-language a[hreflang=" + language + "]");
    }

    /** Presses what leads to another page, and waits for it. */
    public void submit(String selector) {
      page.waitForNavigation(() -> page.click(selector));
    }

    /** What is wrong with the page that is open: nothing, on a good page. */
    public List<String> faults() {
      List<String> faults = new ArrayList<>(complaints);
      complaints.clear();
      Matcher missing = MISSING_TEXT.matcher(page.content());
      while (missing.find()) {
        faults.add("no text " + missing.group());
      }
      // Closed parts are judged too
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      page.evaluate(AXE);
      faults.addAll(faultsOfLayout());
      return faults;
    }

    /** The same at both widths, without asking the server twice. */
    List<String> faultsAtEachWidth() {
      page.setViewportSize(NARROW, HEIGHT);
      List<String> faults = faults();
      page.setViewportSize(WIDE, HEIGHT);
      faults.addAll(faultsOfLayout());
      return faults;
    }

    /** What cannot be read on a dark screen. */
    List<String> faultsInTheDark() {
      // Without motion: a colour on its way from light to dark is none that anybody reads
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(ColorScheme.DARK)
              .setReducedMotion(ReducedMotion.REDUCE));
      page.evaluate(AXE);
      List<String> faults = new ArrayList<>();
      for (Object violation : (List<?>) page.evaluate(CONTRAST)) {
        faults.add("dark: " + violation);
      }
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(ColorScheme.LIGHT)
              .setReducedMotion(ReducedMotion.NO_PREFERENCE));
      return faults;
    }

    private List<String> faultsOfLayout() {
      List<String> faults = new ArrayList<>();
      if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
        faults.add("wider than the window");
      }
      for (Object violation : (List<?>) page.evaluate(VIOLATIONS)) {
        faults.add(page.viewportSize().width + " px: " + violation);
      }
      return faults;
    }

    @Override
    public void close() {
      if (guest) {
        page.close();
      } else {
        context.close();
      }
    }
  }
}
