;; Tables that are found in by hash.

;; The entry of a hash in a table, or -1.
(func $find (export "find") (param $prints i32) (param $mask i32) (param $shift i32) (param $hash i32) (result i32)
  (local $entry i32) (local $found i32) (local $print v128) (local $bucket v128)
  (local.set $entry (i32.and (i32.shl (i32.shr_u (local.get $hash) (local.get $shift)) (i32.const 3)) (local.get $mask)))
  (local.set $hash (i32.and (local.get $hash) (i32.const 0xffff)))
  (local.set $print (i16x8.splat (select (local.get $hash) (i32.const 1) (local.get $hash))))
  (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
  (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))
  (if (i32.and (i32.eq (local.get $found) (i32.const 0)) (i16x8.all_true (local.get $bucket)))
    (then
      (local.set $entry (i32.and (i32.add (local.get $entry) (i32.const 8)) (local.get $mask)))
      (local.set $bucket (v128.load (i32.add (local.get $prints) (i32.shl (local.get $entry) (i32.const 1)))))
      (local.set $found (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print))))))
  (select (i32.add (local.get $entry) (i32.ctz (local.get $found))) (i32.const -1) (local.get $found)))

;; What the phrase table says of a hash.
(func $step (param $hash i32) (result i32)
  (local.set $hash (call $find (global.get $phrasePrints) (global.get $phraseMask) (global.get $phraseShift) (local.get $hash)))
  (if (i32.lt_s (local.get $hash) (i32.const 0)) (then (return (i32.const 0))))
  (i32.load8_u (i32.add (global.get $phraseClasses) (local.get $hash))))
