# Cordée in one image: built in the first stage, run in the second by a user who may write in /data and /tmp only.
FROM node:24-bookworm-slim AS build
WORKDIR /cordee
COPY package.json package-lock.json ./
# No script of a package runs: the image brings its own Node.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
# With docs/guide/: the guides are a part of the product, read when it is built.
COPY . .
RUN NODE_ENV=production node node_modules/@react-router/dev/bin.cjs build \
  && node server/kernel/http/precompress.ts build/client \
  && node server/kernel/embedded-postgres/link-libraries.ts \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /cordee
COPY --from=build /cordee/package.json ./
COPY --from=build /cordee/node_modules ./node_modules
COPY --from=build /cordee/shared ./shared
COPY --from=build /cordee/db ./db
COPY --from=build /cordee/server ./server
COPY --from=build /cordee/build ./build
RUN install -d -o node -g node -m 0700 /data
ENV NODE_ENV=production MALLOC_MMAP_THRESHOLD_=1048576 MALLOC_ARENA_MAX=2 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data NODE_COMPILE_CACHE=/tmp/node
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM stores everything received and ends.
CMD ["node", "--max-semi-space-size=8", "server/index.ts"]
