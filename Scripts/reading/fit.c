/* A linear model by AdaGrad (Duchi, Hazan and Singer, 2011), one text at a time: what features.py calls. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static uint64_t state;

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static uint64_t next(void) {
  uint64_t bits = state += 0x9E3779B97F4A7C15ULL;
  bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ bits >> 27) * 0x94D049BB133111EBULL;
  return bits ^ bits >> 31;
}

/* texts: the features of text i are columns[start[i]] to columns[start[i + 1] - 1], each with its value.
   target and weight: `classes` numbers a text. exclusive: classes exclude each other (softmax), or else each is a yes or no
   of its own. weights: features times classes, zero at first; bias: classes. Both hold the mean of what stood after each
   of the later half of all passes. Returns 0, or 1 where there is no memory. */
int fit(long texts, const int64_t *start, const int32_t *columns, const float *values, long features, int classes,
        const float *target, const float *weight, int exclusive, int passes, float rate, float decay, uint64_t seed,
        float *weights, float *bias) {
  long all = features * classes;
  float *squares = malloc((all + classes) * sizeof(float)), *sums = calloc(all + classes, sizeof(float));
  long *order = malloc(texts * sizeof(long));
  float z[64], wrong[64];
  int kept = 0;
  if (!squares || !sums || !order || classes > 64) {
    free(squares), free(sums), free(order);
    return 1;
  }
  for (long i = 0; i < all; i++) squares[i] = 1e-4f;
  for (int c = 0; c < classes; c++) squares[all + c] = 1e-2f, bias[c] = 0;
  for (long i = 0; i < texts; i++) order[i] = i;
  state = seed;
  for (int pass = 0; pass < passes; pass++) {
    for (long i = texts - 1; i > 0; i--) {
      long j = next() % (i + 1), moved = order[i];
      order[i] = order[j], order[j] = moved;
    }
    for (long o = 0; o < texts; o++) {
      long i = order[o];
      for (int c = 0; c < classes; c++) z[c] = bias[c];
      for (int64_t f = start[i]; f < start[i + 1]; f++)
        for (int c = 0; c < classes; c++) z[c] += values[f] * weights[(long)columns[f] * classes + c];
      if (exclusive) {
        float most = z[0], sum = 0;
        for (int c = 1; c < classes; c++) most = z[c] > most ? z[c] : most;
        for (int c = 0; c < classes; c++) sum += z[c] = expf(z[c] - most);
        for (int c = 0; c < classes; c++) z[c] /= sum;
      } else {
        for (int c = 0; c < classes; c++) z[c] = 1 / (1 + expf(z[c] > 30 ? -30 : z[c] < -30 ? 30 : -z[c]));
      }
      for (int c = 0; c < classes; c++) wrong[c] = (z[c] - target[i * classes + c]) * weight[i * classes + c];
      for (int64_t f = start[i]; f < start[i + 1]; f++) {
        long row = (long)columns[f] * classes;
        for (int c = 0; c < classes; c++) {
          float slope = values[f] * wrong[c] + decay * weights[row + c];
          squares[row + c] += slope * slope;
          weights[row + c] -= rate * slope / sqrtf(squares[row + c]);
        }
      }
      for (int c = 0; c < classes; c++) {
        squares[all + c] += wrong[c] * wrong[c];
        bias[c] -= rate * wrong[c] / sqrtf(squares[all + c]);
      }
    }
    if (pass >= passes / 2) {
      for (long i = 0; i < all; i++) sums[i] += weights[i];
      for (int c = 0; c < classes; c++) sums[all + c] += bias[c];
      kept++;
    }
  }
  for (long i = 0; i < all; i++) weights[i] = sums[i] / kept;
  for (int c = 0; c < classes; c++) bias[c] = sums[all + c] / kept;
  free(squares), free(sums), free(order);
  return 0;
}
