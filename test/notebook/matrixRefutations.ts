import type { Refutation } from './refutations.ts';

const { raw } = String;
const H = raw`\left( \operatorname{diag}(\hat y) - \hat y \hat y^\top \right)`;
const onlyCorners = raw`t \otimes t = \operatorname{vec}(\operatorname{diag}(t))`;
const vecW = raw`\operatorname{vec}(W)`;

/** Matrices as vectors, Kronecker products, traces, identities and lists, in the site's own notation. */
export const matrices: readonly Refutation[] = [
  [
    raw`\operatorname{vec}(u x^\top) = x \otimes u`,
    raw`\operatorname{vec}(u x^\top) = u \otimes x`,
    raw`\operatorname{vec}(x u^\top) = x \otimes u`,
    raw`\operatorname{vec}(u x^\top) = x \otimes x`,
    raw`\operatorname{vec}(u x^\top) = x \otimes u + 10^{-9} \operatorname{vec}(W)`,
  ],
  [
    raw`\operatorname{vec}(W x) = (x^\top \otimes I) ${vecW}`,
    raw`\operatorname{vec}(W x) = (x^\top \otimes I) \operatorname{vec}(W^\top)`,
    raw`\operatorname{vec}(W x) = (I \otimes x^\top) ${vecW}`,
    raw`\operatorname{vec}(W x) = (x \otimes I) ${vecW}`,
    raw`\operatorname{vec}(W x) = (x^\top \otimes I_M) ${vecW}`,
  ],
  [
    raw`\operatorname{vec}(Z) = (I \otimes X) \operatorname{vec}(W^\top) + b \otimes \mathbf 1`,
    raw`\operatorname{vec}(Z) = (I \otimes X) \operatorname{vec}(W^\top) + \mathbf 1 \otimes b`,
    raw`\operatorname{vec}(Z) = (X \otimes I) \operatorname{vec}(W^\top) + b \otimes \mathbf 1`,
  ],
  [
    raw`${vecW}^\top (x \otimes u) = u^\top W x`,
    raw`${vecW}^\top (u \otimes x) = u^\top W x`,
    raw`${vecW}^\top (x \otimes u) = u^\top W x + 10^{-8}`,
  ],
  [
    raw`\operatorname{diag}(u) \otimes \operatorname{diag}(v) = \operatorname{diag}(u \otimes v)`,
    raw`\operatorname{diag}(u) \otimes \operatorname{diag}(v) = \operatorname{diag}(v \otimes u)`,
  ],
  [raw`(u \otimes v)_2 = u_1 v_2`, raw`(u \otimes v)_2 = u_2 v_1`, raw`(v \otimes u)_2 = u_1 v_2`],
  [`% for: t \\text{ one-hot}\n${onlyCorners}`, onlyCorners],
  [
    raw`\frac{\partial L}{\partial \operatorname{vec}(W)} = x \otimes (\hat y - t)`,
    raw`\frac{\partial L}{\partial \operatorname{vec}(W)} = (\hat y - t) \otimes x`,
    raw`\frac{\partial L}{\partial \operatorname{vec}(W^\top)} = x \otimes (\hat y - t)`,
    raw`\frac{\partial L}{\partial W} = x \otimes (\hat y - t)`,
  ],
  [
    raw`\frac{\partial \hat y}{\partial \operatorname{vec}(W)} = x^\top \otimes ${H}`,
    raw`\frac{\partial \hat y}{\partial \operatorname{vec}(W)} = ${H} \otimes x^\top`,
    raw`\frac{\partial \hat y}{\partial \operatorname{vec}(W)} = x^\top \otimes \operatorname{diag}(\hat y)`,
  ],
  [
    raw`\frac{\partial}{\partial u} (u \otimes v) = I \otimes v`,
    raw`\frac{\partial}{\partial u} (u \otimes v) = v \otimes I`,
  ],
  [
    raw`\operatorname{tr}(W V^\top) = ${vecW}^\top \operatorname{vec}(V)`,
    raw`\operatorname{tr}(W V^\top) = ${vecW}^\top \operatorname{vec}(V^\top)`,
    raw`\operatorname{tr}(W V) = ${vecW}^\top \operatorname{vec}(V)`,
  ],
  [
    raw`\frac{\partial \operatorname{tr}(W W^\top)}{\partial W} = 2 W`,
    raw`\frac{\partial \operatorname{tr}(W W^\top)}{\partial W} = W`,
    raw`\frac{\partial \operatorname{tr}(W W^\top)}{\partial W} = 2 W^\top`,
  ],
  [
    raw`\operatorname{tr}(I - \hat y \mathbf 1_C^\top) = C - 1`,
    raw`\operatorname{tr}(I - \hat y \mathbf 1_C^\top) = C`,
    raw`\operatorname{tr}(I_M - \hat y \mathbf 1_C^\top) = C - 1`,
  ],
  [
    raw`(I - \hat y \mathbf 1^\top)^\top = I - \mathbf 1 \hat y^\top`,
    raw`(I - \hat y \mathbf 1^\top)^\top = I - \hat y \mathbf 1^\top`,
    raw`(I_C - \hat y \mathbf 1^\top)^\top = I_M - \mathbf 1 \hat y^\top`,
  ],
  [
    raw`\frac{\partial L}{\partial z} = \frac{\partial \hat y}{\partial z}^\top \frac{\partial L}{\partial \hat y}`,
    raw`\frac{\partial L}{\partial z} = \frac{\partial \hat y}{\partial z}^\top \frac{\partial L}{\partial z}`,
  ],
  [
    raw`\operatorname{diag}(\hat y)^\top \mathbf 1 = (\hat y_1, \dots, \hat y_C)`,
    raw`\operatorname{diag}(\hat y)^\top \mathbf 1 = (\hat y_1, \hat y_1, \dots, \hat y_C)`,
    raw`\mathbf 1^\top \operatorname{diag}(\hat y) = (\hat y_1, \dots, \hat y_C)`,
  ],
  [raw`\operatorname{diag}(u v^\top)_i = u_i v_i`, raw`\operatorname{diag}(u v^\top)_i = u_i v_j`],
  [raw`\sigma(z_1 + c, \dots, z_C + c) = \hat y`, raw`\sigma(-z_1, \dots, -z_C) = \hat y`],
  [
    raw`\frac{d^2}{dc^2} \sigma(c z)_1 = \frac{d}{dc} \frac{\mathrm d \sigma(c z)_1}{\mathrm d c}`,
    raw`\frac{d^2}{dc^2} \sigma(c z)_1 = \frac{d \sigma(c z)_1}{dc}`,
    raw`\frac{d^2}{dc^2} \sigma(c z)_1 = \left( \frac{d \sigma(c z)_1}{dc} \right)^2`,
  ],
  [
    raw`\frac{\partial z_i}{\partial z_j} = \delta_{ij} = I_{ij} = \begin{cases} 1 & \text{if } i = j \\ 0 & \text{otherwise} \end{cases}`,
    raw`\frac{\partial z_i}{\partial z_j} = \delta_{ij} = 1 - I_{ij}`,
    raw`\delta_{ij} = \begin{cases} 1 & \text{if } i \ne j \\ 0 & \text{otherwise} \end{cases}`,
  ],
  [
    raw`\sum_{s=1}^N x_m^{(s)} \sum_{i=1}^C (\hat y_i^{(s)} - t_i^{(s)}) = 0`,
    raw`\sum_{s=1}^N x_m^{(s)} \sum_{i=1}^C (\hat y_i^{(s)} - t_j^{(s)}) = 0`,
    raw`\sum_{s=1}^N x_m^{(s)} \sum_{i=1}^C (\hat y_i^{(s)} + t_i^{(s)}) = 0`,
  ],
  [
    raw`\mathbf 1^\top (\hat Y - T)^\top X = 0`,
    raw`\mathbf 1^\top (\hat Y - T) \mathbf 1 = 1`,
    raw`\mathbf 1^\top \hat Y^\top X = 0`,
  ],
];
