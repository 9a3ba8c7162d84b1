# The API and the worker: one image, two commands. Debian-based: Temporal's native part needs glibc.
FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY api api
COPY domain domain
COPY local/web-build.ts local/web-build.ts
COPY web web
RUN npm run build

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production LAUREATE_HOME=/var/lib/laureate
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci --omit=dev && npm cache clean --force
COPY activities activities
COPY api api
COPY awards awards
COPY db db
COPY deploy/ready.ts deploy/ready.ts
COPY documents documents
COPY domain domain
COPY files files
COPY worker worker
COPY workflows workflows
COPY --from=pages /app/web/dist web/dist
# The worker keeps the bundle of its workflows there, the API what people upload.
RUN install --directory --owner=node --group=node /var/lib/laureate
USER node
EXPOSE 3000 3001
CMD ["node", "api/main.ts"]
