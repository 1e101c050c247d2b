#!/bin/sh
# Makes the pictures of the README, with Chromium: docs/pictures.sh
set -eu
cd "$(dirname "$0")/.."
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "docs/pictures.sh: there is no Chromium on the PATH" >&2
    exit 1
}
port=${PORT:-7799}
work=$(mktemp -d)
./muster serve examples/wales-2014 --port "$port" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do sleep 0.5; done

# picture NAME WINDOW ADDRESS
picture() {
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
        --window-size="$2" --virtual-time-budget=5000 --screenshot="$work/$1.png" "$3"
    mv "$work/$1.png" "docs/pictures/$1.png"
}

picture room 1100,720 "http://127.0.0.1:$port/a/wales-2014/missions/counter-is-2014?mustNot=DNK"
./muster share examples/wales-2014 airbridge-2021 --html "$work/share.html" >/dev/null
picture share 640,1500 "file://$work/share.html#lie-where-they-fall,agreed-key"
