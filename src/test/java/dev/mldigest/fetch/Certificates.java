package dev.mldigest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** An authority and three servers' certificates, made for one test by the JDK's keytool. */
public final class Certificates {
  private static final String PASSWORD = "changeit";
  private final Path store;

  private Certificates(Path store) {
    this.store = store;
  }

  /**
   * {@code authority} signs itself; it signs {@code valid}, {@code expired} and {@code stranger}.
   */
  public static Certificates make(Path folder) throws IOException, InterruptedException {
    Certificates made = new Certificates(folder.resolve("test.p12"));
    made.keytool("authority", "-validity", "30", "-ext", "bc:c=ca:true,pathlen:1");
    made.signed("valid", "127.1.0.1", "-validity", "30");
    made.signed("expired", "127.1.0.1", "-validity", "1", "-startdate", "-3d");
    made.signed("stranger", "127.1.0.77", "-validity", "30");
    return made;
  }

  private void signed(String alias, String address, String... more)
      throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("-signer", "authority", "-ext", "san=ip:" + address));
    all.addAll(List.of(more));
    keytool(alias, all.toArray(String[]::new));
  }

  private void keytool(String alias, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  /** A TLS listener that shows one certificate. */
  public ServerSocket listen(String alias, String host) throws Exception {
    return context(alias)
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getByName(host));
  }

  /** Of a server that shows one certificate. */
  public SSLContext context(String alias) throws Exception {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    KeyStore all = load();
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Believes the authority and nobody else. */
  public X509TrustManager trust() throws Exception {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("authority", load().getCertificate("authority"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(known);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  /** The authority's certificate as companies hand theirs out. */
  public Path pem(Path folder) throws Exception {
    byte[] der = load().getCertificate("authority").getEncoded();
    String text = Base64.getMimeEncoder().encodeToString(der);
    return Files.writeString(
        folder.resolve("authority.pem"),
        "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
  }

  private KeyStore load() throws Exception {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }
}
