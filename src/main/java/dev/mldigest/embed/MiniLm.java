package dev.mldigest.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;

/**
 * The model all-MiniLM-L6-v2 (Wang et al., MiniLM, NeurIPS 2020; sentence-transformers), 8-bit, of
 * LangChain4j's module: 384 numbers a text, 16 MB, English above all. One text at a time: the
 * numbers of this model depend on what else is in a batch. May be asked from many threads.
 */
final class MiniLm extends AbstractInProcessEmbeddingModel implements AutoCloseable {
  /** Numbers a text. */
  static final int SIZE = 384;

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtSession session;
  private final OnnxBertBiEncoder encoder;

  private MiniLm(OrtSession session, OnnxBertBiEncoder encoder) {
    super(Runnable::run);
    this.session = session;
    this.encoder = encoder;
  }

  /**
   * Takes half a second.
   *
   * @throws IOException if the module was left out, or the model cannot run here
   */
  static MiniLm load() throws IOException {
    try {
      return loaded();
    } catch (OrtException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static MiniLm loaded() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream model = resource(MODEL);
        InputStream tokenizer = resource(TOKENIZER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread a text: more of them for one sentence cost twice the CPU (measured).
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new MiniLm(
          session, new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN));
    }
  }

  Embedding of(String text) {
    return Embedding.of(embed(text).content().vector());
  }

  private static InputStream resource(String path) throws IOException {
    InputStream found = OnnxBertBiEncoder.class.getResourceAsStream(path);
    if (found == null) {
      throw new IOException("the program was built without it");
    }
    return found;
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      // The process keeps 100 MB more until it ends.
    }
  }
}
