package dev.mldigest.net;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

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
