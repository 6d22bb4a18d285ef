package dev.mldigest.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A real browser: the distribution's Chromium and its driver, at their places. Nothing is ever
 * downloaded; where they are not installed, the tests that want one are skipped and say so.
 */
public final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** A machine that is busy with a build draws a page late. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** It warns that it speaks no newer protocol than it needs. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private int keys;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * @param log where the browser writes all that it does on the network, or null
   */
  public static Browser open(int width, int height, boolean dark, @Nullable Path log) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "skipped: /usr/bin/chromium and /usr/bin/chromedriver are not installed"
            + " (Debian: apt-get install chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
        // What the browser itself wants of its maker finds nobody.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--force-color-profile=srgb",
        "--window-size=" + width + "," + height);
    if (log != null) {
      options.addArguments("--log-net-log=" + log, "--net-log-capture-mode=Default");
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.driver.manage().timeouts().scriptTimeout(PATIENCE.plusSeconds(5));
    browser.scheme(dark);
    return browser;
  }

  public static Browser open() {
    return open(1440, 900, false, null);
  }

  public ChromeDriver driver() {
    return driver;
  }

  public Browser go(String address) {
    driver.get(address);
    return this;
  }

  public void scheme(boolean dark) {
    media("prefers-color-scheme", dark ? "dark" : "light");
  }

  public void media(String feature, String value) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** A telephone's width, and its dots. */
  public void phone() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  /** As wide as it was opened. */
  public void wide() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** What a page keeps in the browser, as one does of what was typed, is gone. */
  public void forget(String address) {
    URI page = URI.create(address);
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin",
        Map.of(
            "origin",
            page.getScheme() + "://" + page.getAuthority(),
            "storageTypes",
            "local_storage"));
  }

  public void scripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  public void offline(boolean offline) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Presses keys one after the other, wherever the focus is. */
  public void press(CharSequence... pressed) {
    for (CharSequence key : pressed) {
      keys++;
      new Actions(driver).sendKeys(key).perform();
    }
  }

  /** Presses a key with another held down. */
  public void chord(Keys held, CharSequence key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Keys that {@link #press} pressed. */
  public int keys() {
    return keys;
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<String> texts(String css) {
    List<String> texts = new ArrayList<>();
    driver.findElements(By.cssSelector(css)).forEach(each -> texts.add(each.getText()));
    return texts;
  }

  public @Nullable Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a script returns, as text. */
  public String told(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  /** What an asynchronous script hands to its last argument, as text. */
  public String awaited(String script) {
    return String.valueOf(driver.executeAsyncScript(script));
  }

  /** Waits until a script's expression is true; it may name its arguments. */
  public void until(String expression, Object... arguments) {
    Object seen =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const end = Date.now() + %d;
            const look = () => {
              if (%s) { done(true); } else if (Date.now() > end) { done(false); } else { setTimeout(look, 15); }
            };
            look();
            """
                .formatted(PATIENCE.toMillis(), expression),
            arguments);
    if (!Boolean.TRUE.equals(seen)) {
      throw new AssertionError("never came true: " + expression + "\n" + driver.getPageSource());
    }
  }

  /** Waits for something, also where no script runs. */
  public void appears(String css) {
    look(css, true);
  }

  /** Waits until something is there no longer, also where no script runs. */
  public void gone(String css) {
    look(css, false);
  }

  private void look(String css, boolean there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (driver.findElements(By.cssSelector(css)).isEmpty() == there) {
      if (System.nanoTime() > end) {
        throw new AssertionError(css + " never " + (there ? "appeared" : "left"));
      }
    }
  }

  /** Waits until all that was done is kept. */
  public void saved() {
    until("document.getElementById('saving').dataset.state === 'saved'");
  }

  public byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
