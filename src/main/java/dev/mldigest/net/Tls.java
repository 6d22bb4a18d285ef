package dev.mldigest.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Secure connections: whom to believe, and why one failed in words for a person. */
public final class Tls {
  private Tls() {}

  static SSLSocketFactory trusting(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has TLS.", e);
    }
  }

  /**
   * The platform's authorities and those of a file, such as a company's whose proxy reads along.
   *
   * @throws IllegalStateException if the file was no file of certificates after all
   */
  static X509TrustManager believing(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null, null);
      int number = 0;
      for (X509Certificate one : trusted(null).getAcceptedIssuers()) {
        known.setCertificateEntry("platform-" + number++, one);
      }
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        known.setCertificateEntry("own-" + number++, one);
      }
      return trusted(known);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("'" + file + "' can no longer be read.", e);
    }
  }

  /**
   * @param known null: the platform's own
   */
  private static X509TrustManager trusted(@Nullable KeyStore known)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(known);
    for (TrustManager one : factory.getTrustManagers()) {
      if (one instanceof X509TrustManager manager) {
        return manager;
      }
    }
    throw new GeneralSecurityException("no trust manager");
  }

  /** Ends a sentence. The library's own words are not repeated: they quote the certificate. */
  public static String reason(SSLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateExpiredException expired -> {
          return "its certificate has expired.";
        }
        case CertificateNotYetValidException early -> {
          return "its certificate is not valid yet.";
        }
        case SSLPeerUnverifiedException other -> {
          return "its certificate is for another name.";
        }
        case CertPathBuilderException untrusted -> {
          return "its certificate is not signed by anyone known.";
        }
        default -> {
          continue;
        }
      }
    }
    return "no common way of encryption, or a broken handshake.";
  }
}
