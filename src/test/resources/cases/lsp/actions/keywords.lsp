# Keywords are turned to the other language; nothing else changes.
open one.hefu
module one
kind Act { send }
kind Stage { planned completed }
request Flow { act: Act required on: date required stage: Stage a: boolean }
define b = not a
---
codeAction one.hefu "define| b"
