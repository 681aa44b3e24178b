;; Hashes, as `hash.ts` defines them.

(func $mix (param $hash i32) (result i32)
  (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
  (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
  (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))

(func $join (param $first i32) (param $second i32) (result i32)
  (call $mix (i32.add (i32.mul (local.get $first) (i32.const 0x9e3779b1)) (i32.mul (local.get $second) (i32.const 0x7feb352d)))))
